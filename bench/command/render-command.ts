import type { CommandReport, CommandTable } from './command-report';

export const COMMAND_HEADING = '## The command';

/** The part of docs/benchmarks.md that is about the command. */
export function renderCommand({ machine, tables }: CommandReport): string {
  return `${COMMAND_HEADING}

Made by \`npm run bench -- command --write\`; do not edit. The built command as a process of its own, against a real
Temporal dev server (SQLite on disk), on the same machine as everything it talks to.

Machine: ${machine}.

${tables.map(renderTable).join('\n\n')}
`;
}

function renderTable({ title, text, rows }: CommandTable): string {
  const lines = rows.map((row) =>
    [
      row.what,
      row.samples,
      `${String(row.p50Millis)} ms`,
      `${String(row.p95Millis)} ms`,
      `${String(row.maxMillis)} ms`,
      `${String(row.limitMillis)} ms`,
    ].join(' | '),
  );
  return `### ${title}

${text}

| | samples | p50 | p95 | max | may take |
| --- | --- | --- | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}`;
}
