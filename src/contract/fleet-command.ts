/** What no shell splits or expands. In front, zsh takes `=` for a program's path and PowerShell `@` for a list. */
const PLAIN_WORD = /^[A-Za-z0-9._:/+-][A-Za-z0-9._:/+=@-]*$/;

export interface FleetCommandInput {
  verb: 'cancel' | 'delete' | 'list' | 'show' | 'watch';
  fleetId?: string | undefined;
  options?: readonly (readonly [flag: string, value?: string])[];
}

/**
 * The command that a message tells somebody to run. An id may begin with a dash, and one that is read from a tag may
 * hold anything that AWS takes there: behind `--` nothing is a flag, and in quotes nothing is the shell's.
 */
export function fleetCommand({ verb, fleetId, options = [] }: FleetCommandInput): string {
  const id = fleetId === undefined ? [] : [quoted(fleetId)];
  const flags = options.flatMap(([flag, value]) => (value === undefined ? [flag] : [flag, quoted(value)]));
  const words = fleetId?.startsWith('-') === true ? [...flags, '--', ...id] : [...id, ...flags];
  return ['lightsail-fleet', verb, ...words].join(' ');
}

function quoted(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
