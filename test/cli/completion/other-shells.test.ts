import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from '../../../src/dev-stack/find-on-path';
import { waitFor } from '../../support/wait-for';
import { runMain } from '../test-io';

const pathOf = (command: string) => findOnPath({ command, env: process.env });
const fish = pathOf('fish');
const zsh = pathOf('zsh');
/** Gives zsh the terminal without which it completes nothing: util-linux. */
const script = pathOf('script');
if (fish === undefined) process.stderr.write('skipped: completion in fish (there is no fish)\n');
if (zsh === undefined || script === undefined)
  process.stderr.write('skipped: completion in zsh (there is no zsh, or no script to give it a terminal)\n');

const CASES: [line: string, offered: string[], not: string][] = [
  ['lightsail-fleet schedule ', ['backfill', 'create', 'delete', 'trigger'], 'clone'],
  ['lightsail-fleet schedule create --overlap ', ['allow-all', 'buffer-one', 'skip'], '--file'],
  ['lightsail-fleet list --state ro', ['rollback-incomplete', 'rolled-back', 'rolling-back'], 'ready'],
  ['lightsail-fleet clone --file fleet', ['fleet-1.yaml', 'fleet-2.yaml'], '--state'],
  ['lightsail-fleet schema Cl', ['CloneFleetInput', 'CloneFleetResult'], 'DeleteFleetInput'],
  ['lightsail-fleet list --', ['--state', '--json', '--namespace'], '--snapshot'],
];

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lightsail-fleet-completion-'));
  for (const shell of ['zsh', 'fish'])
    writeFileSync(
      join(folder, `completion.${shell}`),
      (await runMain({ argv: ['completion', shell] })).stdout,
    );
  writeFileSync(join(folder, 'fleet-1.yaml'), '');
  writeFileSync(join(folder, 'fleet-2.yaml'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

(fish === undefined ? describe.skip : describe)('completion in fish', () => {
  it.each(CASES)('%s', (line, offered, not) => {
    const { stdout, stderr } = spawnSync(
      fish ?? '',
      ['-N', '-c', `source completion.fish; complete -C '${line}'`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder } },
    );
    expect(stderr).toBe('');
    const words = stdout.split('\n').map((row) => row.split('\t')[0]);
    for (const word of offered) expect(words).toContain(word);
    expect(words).not.toContain(not);
  });
});

const ZSHRC = `PS1='READY> '
setopt no_beep
autoload -Uz compinit && compinit -u -D
source ./completion.zsh
zstyle ':completion:*' verbose no
LISTMAX=1000
`;

(zsh === undefined || script === undefined ? describe.skip : describe)('completion in zsh', () => {
  it.each(CASES)('%s', async (line, offered, not) => {
    writeFileSync(join(folder, '.zshrc'), ZSHRC);
    const shell = spawn(script ?? '', ['-qfec', `stty cols 200 rows 50; exec ${zsh ?? ''} -i`, '/dev/null'], {
      cwd: folder,
      env: { ...process.env, ZDOTDIR: folder, HOME: folder, TERM: 'dumb' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let screen = '';
    shell.stdout.on('data', (chunk: Buffer) => (screen += chunk.toString()));
    try {
      await waitFor({ what: 'zsh is there', condition: () => screen.includes('READY> ') });
      screen = '';
      shell.stdin.write(`${line}\t\t`);
      await waitFor({
        what: `zsh offers ${offered.join(', ')}`,
        condition: () => offered.every((word) => screen.includes(word)),
        limitSeconds: 20,
      });
      expect(screen).not.toContain(not);
    } finally {
      shell.kill('SIGKILL');
    }
  });
});
