import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUserData } from '../../src/activities/read-user-data';

let folder: string;
let userDataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lightsail-fleet-user-data-'));
  userDataDir = join(folder, 'scripts');
  await mkdir(join(userDataDir, 'linux'), { recursive: true });
  await writeFile(join(folder, 'secret'), 'not for fleets');
  await symlink(join(folder, 'secret'), join(userDataDir, 'link'));
  await writeFile(join(userDataDir, 'linux', 'boot.sh'), '#!/bin/sh\necho grüezi\n');
  await writeFile(join(userDataDir, 'large'), 'x'.repeat(16_385));
  await writeFile(join(userDataDir, 'binary'), Buffer.from([0xff, 0xfe, 0x00]));
  await writeFile(join(userDataDir, 'empty'), '\n');
});

afterAll(() => rm(folder, { recursive: true }));

describe('a user data file', () => {
  it('is read as it is, with its size in bytes', async () => {
    expect(await readUserData({ userDataDir, userDataFile: 'linux/boot.sh' })).toEqual({
      text: '#!/bin/sh\necho grüezi\n',
      bytes: 23,
    });
  });

  it.each([
    ['link', 'it leads out of the FLEET_USER_DATA_DIR of the worker'],
    ['../secret', 'it leads out of the FLEET_USER_DATA_DIR of the worker'],
    ['.', 'it leads out of the FLEET_USER_DATA_DIR of the worker'],
    ['linux', 'it is not a file'],
    ['gone.sh', 'the worker cannot read it (ENOENT)'],
    ['large', 'expected at most 16384 bytes, got 16385'],
    ['binary', 'the worker cannot read it (it is not UTF-8 text)'],
    ['empty', 'it is empty'],
  ])('%s is refused: %s', async (userDataFile, problem) => {
    expect(await readUserData({ userDataDir, userDataFile })).toEqual({ problem });
  });
});
