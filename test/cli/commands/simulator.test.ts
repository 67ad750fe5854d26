import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../../src/cli/main';
import { startSimulator } from '../../../src/simulator/simulator';
import { waitFor } from '../../support/wait-for';
import { runMain } from '../test-io';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-simulator-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('simulator', () => {
  test('refuses its flags with every problem at once', async () => {
    const flags = ['--port', '99999', '--speed', '-1', '--seed', '1.5', '--state-file', ' '];
    const { exitCode, stdout, stderr } = await runMain({ argv: ['simulator', ...flags] });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      [
        'error: --port: expected a port, 0 to 65535, got "99999"',
        '  --speed: expected a number, 0 to 100000, got "-1"',
        '  --seed: expected a whole number, got "1.5"',
        '  --state-file: expected a path, got " "',
        '',
      ].join('\n'),
    );
  });

  test('says which port is taken', async () => {
    const other = await startSimulator();
    try {
      const { exitCode, stderr } = await runMain({ argv: ['simulator', '--port', String(other.port)] });
      expect(exitCode).toBe(2);
      expect(stderr).toBe(
        `error: --port: ${other.port} is taken on 127.0.0.1. Give another one, or 0 for any that is free\n`,
      );
    } finally {
      await other.close();
    }
  });

  test('says which address is not of this machine', async () => {
    // TEST-NET-1 of RFC 5737: nobody has it.
    const { exitCode, stderr } = await runMain({ argv: ['simulator', '--port', '0', '--host', '192.0.2.1'] });
    expect(exitCode).toBe(2);
    expect(stderr).toBe('error: --host: expected an address of this machine, got "192.0.2.1"\n');
  });

  test.each([
    ['is in a folder that is not there', 'nowhere/state', 'its folder is not there'],
    ['is a folder', '.', 'it is a folder'],
    ['holds something else', 'other', "line 1: expected an entry of the simulator's journal"],
  ])('says that a state file %s', async (_case, name, reason) => {
    writeFileSync(join(folder, 'other'), 'something else\n');
    const argv = ['simulator', '--port', '0', '--state-file', join(folder, name)];
    const { exitCode, stderr } = await runMain({ argv });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: --state-file: /);
    expect(stderr).toContain(reason);
  });

  test('with --speed 0 listens with a clock that stands still, and ends with 0 when it is told to', async () => {
    const interrupt = new AbortController();
    let stdout = '';
    const stream = { isTTY: false, columns: undefined, write: () => true };
    const ended = main({
      argv: ['simulator', '--port', '0', '--speed', '0', '--json'],
      env: {},
      stdout: { ...stream, write: (text: string) => ((stdout += text), true) },
      stderr: stream,
      stdin: new PassThrough(),
      listenForInterrupt: () => interrupt.signal,
    });
    await waitFor({ what: 'the line that it listens', condition: () => stdout.endsWith('\n') });
    const { url } = JSON.parse(stdout) as { url: string };
    const health = await (await fetch(`${url}/_simulator/health`)).json();
    expect(health).toMatchObject({ speed: 0 });
    interrupt.abort();
    expect(await ended).toBe(0);
  });
});
