import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from '../../../src/dev-stack/find-on-path';
import { runMain } from '../test-io';

const bash = findOnPath({ command: 'bash', env: process.env });
if (bash === undefined) process.stderr.write('skipped: completion in bash (there is no bash)\n');

/** What bash offers at the end of these words, the last of which is being typed. */
const ASK = `
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(( $# - 1 ))
_lightsail_fleet
echo "\${COMPREPLY[*]}"`;

(bash === undefined ? describe.skip : describe)('completion in bash', () => {
  let folder: string;
  let script: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lightsail-fleet-completion-'));
    script = join(folder, 'completion.bash');
    writeFileSync(script, (await runMain({ argv: ['completion', 'bash'] })).stdout);
    writeFileSync(join(folder, 'fleet.yaml'), '');
    writeFileSync(join(folder, 'fleet two.yaml'), '');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const complete = (line: string): string => {
    const args = ['--norc', '--noprofile', '-c', ASK, 'bash', script, ...line.split('|')];
    const { stdout, stderr } = spawnSync(bash ?? '', args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trimEnd();
  };

  it.each([
    ['lightsail-fleet|cl', 'clone'],
    ['lightsail-fleet|sch', 'schedule schema'],
    ['lightsail-fleet|schedule|', 'create list show trigger backfill pause resume delete'],
    ['lightsail-fleet|schedule|create|--ov', '--overlap'],
    ['lightsail-fleet|schedule|create|--overlap|', 'skip buffer-one buffer-all cancel-other allow-all'],
    ['lightsail-fleet|list|--state|rol', 'rolling-back rolled-back rollback-incomplete'],
    ['lightsail-fleet|list|--state|=|rea', 'ready'],
    ['lightsail-fleet|clone|--file|fl', 'fleet.yaml fleet two.yaml'],
    ['lightsail-fleet|clone|-f|nothing', ''],
    ['lightsail-fleet|clone|--snapshot|', ''],
    ['lightsail-fleet|clone|--snapshot|list|--nam', '--name --namespace'],
    ['lightsail-fleet|schema|DeleteFleet', 'DeleteFleetInput DeleteFleetResult'],
    ['lightsail-fleet|completion|', 'bash zsh fish'],
    ['lightsail-fleet|doctor|--w', '--worker'],
    ['lightsail-fleet|--ver', '--version'],
  ])('%s → %s', (line, offered) => {
    // Files come in no order of their own.
    expect(complete(line).split(' ').sort()).toEqual(offered.split(' ').sort());
  });

  it('is registered for the command, by a script that bash 3.2 can read', () => {
    const { stdout } = spawnSync(
      bash ?? '',
      ['--norc', '-c', `source "$0"; complete -p lightsail-fleet`, script],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout).toBe('complete -F _lightsail_fleet lightsail-fleet\n');
  });
});
