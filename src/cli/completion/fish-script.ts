import { flattenVerbs, lastWord } from './flatten-verbs';
import type { CompletedFlag, CompletedVerb } from './verb-tree';

/** For fish 3: one `complete` a verb and a flag, each under the condition that the command line stands there. */
export function fishScript(root: CompletedVerb): string {
  const verbs = flattenVerbs(root);
  const paths = verbs.map(({ path }) => path).filter((path) => path !== '');
  return `# fish completion of lightsail-fleet; made by: lightsail-fleet completion fish
function __lightsail_fleet_at
    set -l at
    for word in (commandline -opc)[2..-1]
        set -l longer (string join -- ' ' $at $word)
        contains -- "$longer" ${paths.map(quote).join(' ')}
        and set at $at $word
    end
    test "$argv[1]" = "$at"
end
complete -c lightsail-fleet -f
${verbs.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ path, verbs, flags, operands }: CompletedVerb): string[] {
  const at = `complete -c lightsail-fleet -n ${quote(`__lightsail_fleet_at ${quote(path)}`)}`;
  return [
    ...verbs.map((verb) => `${at} -a ${lastWord(verb.path)} -d ${quote(verb.summary)}`),
    ...(operands.length === 0 ? [] : [`${at} -a ${quote(operands.join(' '))}`]),
    ...flags.map((flag) => `${at} ${flagOf(flag)} -d ${quote(flag.summary)}`),
  ];
}

function flagOf({ long, short, takes }: CompletedFlag): string {
  const names = `-l ${long.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  switch (takes?.kind) {
    case undefined:
      return names;
    case 'file':
      return `${names} -r -F`;
    case 'one-of':
      return `${names} -x -a ${quote(takes.values.join(' '))}`;
    case 'nothing-known':
      return `${names} -x`;
  }
}

/** In fish's single quotes a backslash and a quote take a backslash. */
function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
