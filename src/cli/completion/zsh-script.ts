import { lastWord } from './flatten-verbs';
import type { CompletedFlag, CompletedVerb } from './verb-tree';

/** By `_arguments`, one function a verb: https://zsh.sourceforge.io/Doc/Release/Completion-System.html. */
export function zshScript(root: CompletedVerb): string {
  return `#compdef lightsail-fleet
# zsh completion of lightsail-fleet; made by: lightsail-fleet completion zsh
${functionsOf(root).join('\n')}
# As a file of $fpath this is the function's body; by eval or source it is defined here.
if [ "\${funcstack[1]}" = "_lightsail-fleet" ]; then
  _lightsail-fleet "$@"
else
  compdef _lightsail-fleet lightsail-fleet
fi
`;
}

function functionsOf(verb: CompletedVerb): string[] {
  return [
    ...verb.verbs.flatMap(functionsOf),
    verb.verbs.length > 0 ? functionOfVerbs(verb) : functionOf(verb),
  ];
}

function nameOf(path: string): string {
  return ['_lightsail-fleet', ...path.split(' ').filter((word) => word !== '')].join('_');
}

function functionOfVerbs({ path, verbs, flags }: CompletedVerb): string {
  const described = verbs.map((verb) => quote(`${lastWord(verb.path)}:${verb.summary}`)).join('\n    ');
  const cases = verbs.map((verb) => `    ${lastWord(verb.path)}) ${nameOf(verb.path)} ;;`).join('\n');
  return `${nameOf(path)}() {
  local context state state_descr line
  typeset -A opt_args
  local -a verbs=(
    ${described}
  )
  _arguments -C ${flags.map(specOf).join(' ')} '1: :->verb' '*:: :->rest' && return
  if [ "$state" = verb ]; then _describe -t verbs verb verbs; return; fi
  case "$line[1]" in
${cases}
  esac
}`;
}

function functionOf({ path, flags, operands }: CompletedVerb): string {
  const operand = operands.length === 0 ? `'*: :'` : `'1: :(${operands.join(' ')})'`;
  return `${nameOf(path)}() {
  _arguments \\
    ${[...flags.map(specOf), operand].join(' \\\n    ')}
}`;
}

/** `'(-f --file)'{-f,--file}'[the request as YAML or JSON]: :_files'`. */
function specOf({ long, short, summary, takes, repeats }: CompletedFlag): string {
  const text = quote(`[${summary.replace(/([\\[\]])/g, '\\$1')}]${actionOf(takes)}`);
  if (short === undefined) return `${repeats ? `'*'` : ''}${long}${text}`;
  return repeats ? `'*'{${short},${long}}${text}` : `'(${short} ${long})'{${short},${long}}${text}`;
}

function actionOf(takes: CompletedFlag['takes']): string {
  switch (takes?.kind) {
    case undefined:
      return '';
    case 'file':
      return ': :_files';
    case 'one-of':
      return `: :(${takes.values.map((value) => value.replaceAll(':', '\\:')).join(' ')})`;
    case 'nothing-known':
      return ': : ';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
