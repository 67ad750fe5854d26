import { flattenVerbs, lastWord } from './flatten-verbs';
import type { CompletedFlag, CompletedVerb } from './verb-tree';

/**
 * For bash 3.2 (macOS) and newer: no associative arrays, no mapfile. A word that begins with a dash is a flag; what
 * stands after one that takes a value is that value.
 */
export function bashScript(root: CompletedVerb): string {
  return `# bash completion of lightsail-fleet; made by: lightsail-fleet completion bash
_lightsail_fleet() {
  local IFS=$' \\t\\n'
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" path="" word at
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 0 ] && prev="\${COMP_WORDS[COMP_CWORD-1]}"
  # bash takes --flag=value for three words.
  if [ "$cur" = "=" ]; then cur=""
  elif [ "$prev" = "=" ] && [ "$COMP_CWORD" -gt 1 ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "$path $word" in
${verbPatterns(root)}
    esac
  done
  case "$path:$prev" in
${flattenVerbs(root)
  .flatMap(({ path, flags }) => flags.flatMap((flag) => valueCase(path, flag)))
  .join('\n')}
  esac
  case "$path" in
${flattenVerbs(root).map(wordCase).join('\n')}
  esac
}
_lightsail_fleet_files() {
  local IFS=$'\\n'
  # Fails in bash 3.2, which then adds no slash to folders.
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$1"))
}
complete -F _lightsail_fleet lightsail-fleet
`;
}

/** Which words lead one level down. */
function verbPatterns(root: CompletedVerb): string {
  return flattenVerbs(root)
    .filter(({ path }) => path !== '')
    .map(({ path }) => {
      const above = path.slice(0, -lastWord(path).length).trimEnd();
      return `      "${above} ${lastWord(path)}") path="${path}" ;;`;
    })
    .join('\n');
}

function valueCase(path: string, { long, short, takes }: CompletedFlag): string[] {
  if (takes === undefined) return [];
  const names = [long, ...(short === undefined ? [] : [short])]
    .map((name) => `"${path}:${name}"`)
    .join(' | ');
  switch (takes.kind) {
    case 'file':
      return [`    ${names}) _lightsail_fleet_files "$cur"; return ;;`];
    case 'one-of':
      return [`    ${names}) COMPREPLY=($(compgen -W "${takes.values.join(' ')}" -- "$cur")); return ;;`];
    case 'nothing-known':
      return [`    ${names}) return ;;`];
  }
}

function wordCase({ path, verbs, flags, operands }: CompletedVerb): string {
  const words = [...verbs.map((verb) => lastWord(verb.path)), ...operands].join(' ');
  const names = flags.flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])]).join(' ');
  return `    "${path}")
      case "$cur" in
        -*) COMPREPLY=($(compgen -W "${names}" -- "$cur")) ;;
        *) COMPREPLY=($(compgen -W "${words}" -- "$cur")) ;;
      esac ;;`;
}
