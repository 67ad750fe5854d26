import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readFleetRequest } from '../../../src/cli/request/read-fleet-request';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-request-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const read = (flags: object, stdin = '') =>
  readFleetRequest({ flags, stdin: Readable.from([Buffer.from(stdin)]) });

/** Each piece is a write of its own, as a shell's pipe brings them. */
async function writePieces(path: string, text: string): Promise<void> {
  const pipe = await open(path, 'w');
  for (let start = 0; start < text.length; start += 4096) await pipe.write(text.slice(start, start + 4096));
  await pipe.close();
}

const REQUEST = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };

const YAML = `
instanceSnapshotName: golden
availabilityZone: us-east-1a
bundleId: nano_3_0
fleet: { nameTemplate: "web-{index}", count: 2 }
`;

test('a file, stdin and flags make one request', async () => {
  const fromFile = await read({ file: file('a.yaml', YAML), count: '5' });
  const fromStdin = await read({ file: '-', count: '5' }, YAML);
  expect(fromFile).toEqual(fromStdin);
  expect(fromFile.fleet?.count).toBe(5);
});

test('a launch script is read from this machine', async () => {
  const request = await read({ file: file('b.yaml', YAML), userDataFile: file('init.sh', '#!/bin/sh\n') });
  expect(request.userData).toBe('#!/bin/sh\n');
});

test('a file that comes in pieces, as from <(…), is read to its end', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const names = Array.from(
    { length: 900 },
    (_, index) => `a-rather-long-name-of-an-instance-${String(index)}`,
  );
  const request = { ...REQUEST, instanceNames: names };
  const written = writePieces(pipe, JSON.stringify(request, undefined, 2));
  const [{ instanceNames }] = await Promise.all([read({ file: pipe }), written]);
  expect(instanceNames).toEqual(names);
});

test('a launch script that is no text, or empty, is refused', async () => {
  const binary = join(folder, 'init.gz');
  writeFileSync(binary, Buffer.from([0x1f, 0x8b, 0xff, 0xfe]));
  await expect(read({ file: file('d.yaml', YAML), userDataFile: binary })).rejects.toThrow(
    /init\.gz: expected text in UTF-8/,
  );
  await expect(read({ file: file('d.yaml', YAML), userDataFile: file('no.sh', '\n') })).rejects.toThrow(
    /--user-data-file: expected a launch script, got an empty file/,
  );
});

test('an unknown member of the file is refused by name', async () => {
  await expect(read({ file: file('c.yaml', `${YAML}instanceNmaes: [a]\n`) })).rejects.toThrow(
    /instanceNmaes: unknown member/,
  );
});

test('a missing file is told by name', async () => {
  await expect(read({ file: join(folder, 'none.yaml') })).rejects.toThrow(/none\.yaml: no such file/);
  await expect(read({ file: folder })).rejects.toThrow(/expected a file, got a folder/);
});

test('a file far too large is refused, not read', async () => {
  await expect(read({ file: file('d.yaml', 'x'.repeat(2 * 1024 * 1024)) })).rejects.toThrow(
    /at most 1048576 bytes/,
  );
});
