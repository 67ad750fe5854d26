import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = __dirname;

describe('the auditor', () => {
  it('imports nothing of the product, and nothing of the simulator', () => {
    const files = ['../auditor.ts', ...readdirSync(FOLDER).filter((name) => !name.endsWith('.test.ts'))];
    const imported = files.flatMap((file) =>
      [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, path]) => path),
    );
    expect(imported.length).toBeGreaterThan(5);
    expect(imported.filter((path) => !/^\.\/(audit\/)?[a-z-]+$/.test(path ?? ''))).toEqual([]);
  });
});
