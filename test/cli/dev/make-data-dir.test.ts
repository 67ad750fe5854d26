import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataDir } from '../../../src/cli/dev/make-data-dir';
import { runMain } from '../test-io';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-dir-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of --data-dir', () => {
  test('is made with its parents, and may be there already', async () => {
    const path = join(folder, 'a', 'b', 'c');
    await Promise.all([makeDataDir(path), makeDataDir(path)]);
    await makeDataDir(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  test('that is a file, or lies under one, is refused', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(makeDataDir(file)).rejects.toThrow(/^--data-dir: expected a folder .*it is a file/);
    await expect(makeDataDir(join(file, 'a'))).rejects.toThrow(/^--data-dir: expected a folder .*ENOTDIR/);
  });

  // Only Linux has a file system in which nothing can be made and that says ENOENT.
  (process.platform === 'linux' ? test : test.skip).each(['/proc/x', '/proc/x/y'])(
    '%s is refused at once, with exit code 2',
    async (path) => {
      const { exitCode, stderr } = await runMain({ argv: ['dev', '--data-dir', path] });
      expect(exitCode).toBe(2);
      expect(stderr).toContain(
        `--data-dir: expected a folder that can be made and written to, got "${path}"`,
      );
      expect(stderr).toContain('ENOENT');
    },
  );
});
