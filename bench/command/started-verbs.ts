import { COMMANDS, type RegisteredCommand } from '../../src/cli/command-registry';

const FLEET = [
  '--snapshot',
  'golden',
  '--zone',
  'us-east-1a',
  '--bundle',
  'nano_3_0',
  '--name',
  'web-{index}',
];
const TIMES = ['--from', '2026-11-23T00:00:00Z', '--to', '2026-11-24T00:00:00Z'];

/** What a verb has to be told before it connects. */
const ARGUMENTS: Partial<Record<string, string[]>> = {
  plan: [...FLEET, '--count', '3'],
  clone: [...FLEET, '--count', '3', '--yes'],
  show: ['nightly'],
  watch: ['nightly'],
  cancel: ['nightly'],
  delete: ['nightly', '--yes'],
  'schedule create': ['nightly', '--cron', '0 2 * * *', ...FLEET, '--count', '3', '--yes'],
  'schedule show': ['nightly'],
  'schedule trigger': ['nightly', '--yes'],
  'schedule backfill': ['nightly', ...TIMES, '--yes'],
  'schedule pause': ['nightly'],
  'schedule resume': ['nightly'],
  'schedule delete': ['nightly', '--yes'],
};

/** Those that stay on this machine and end by themselves. */
export const LOCAL_VERBS = [
  ['schema', 'CloneFleetInput'],
  ['completion', 'bash'],
];

export interface StartedVerb {
  verb: string;
  args: string[];
}

/** Every verb that connects to Temporal, with what it has to be told. */
export function connectingVerbs(): StartedVerb[] {
  return pathsOf(COMMANDS).map((path) => {
    const verb = path.join(' ');
    return { verb, args: [...path, ...(ARGUMENTS[verb] ?? [])] };
  });
}

function pathsOf(commands: Readonly<Record<string, RegisteredCommand>>): string[][] {
  return Object.entries(commands)
    .filter(([, { isLocal }]) => isLocal !== true)
    .flatMap(([name, { verbs }]) =>
      verbs === undefined ? [[name]] : pathsOf(verbs()).map((path) => [name, ...path]),
    );
}
