import type { CheckedMutant } from './check-mutants';

/** Of a violation, in a table. */
const LONGEST_SENTENCE = 260;

/** As a table of docs/reliability-mutants.md, and for a terminal. */
export function renderMutants(checked: readonly CheckedMutant[]): string {
  const rows = checked.map(({ name, breaks, result, by = '', sentence = '', seconds }) => [
    `\`${name}\``,
    breaks,
    result === 'caught' ? by : `**${result}**`,
    cut(sentence),
    String(seconds),
  ]);
  const head = ['Mutant', 'What it breaks', 'Caught by', 'First violation', 'Seconds'];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

/** Ids of runs and fleets differ each time, and say nothing here. */
function cut(sentence: string): string {
  const plain = sentence
    .replace(/\bfleet c\w+-\d+-s(\d+)-f(\d+)/g, 'fleet $2 of seed $1')
    .replace(/\bc\w+-\d+-s(\d+)-(delete|sweep)(\d+)/g, '$2 $3 of seed $1')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '…');
  return plain.length > LONGEST_SENTENCE ? `${plain.slice(0, LONGEST_SENTENCE)}…` : plain;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
