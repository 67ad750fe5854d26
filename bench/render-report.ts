import type { BenchReport } from './bench-row';

/** docs/benchmarks.md, whole: what was measured, how, and on what. */
export function renderReport({ machine, rows }: BenchReport): string {
  const table = rows.map((row) =>
    [
      row.system,
      row.n,
      row.fleets,
      `${String(row.wallOverSlowestSeconds)} s`,
      `${String(row.lagP50Seconds)} s`,
      `${String(row.lagP95Seconds)} s`,
      row.callsPerInstance,
      row.eventsPerInstance,
      `${String(row.peakRssMegabytes)} MB`,
    ].join(' | '),
  );
  const calls = rows.map(
    (row) =>
      `- n = ${String(row.n)}: ${Object.entries(row.callsByAction)
        .sort(([, a], [, b]) => b - a)
        .map(([action, count]) => `${action} ${String(count)}`)
        .join(', ')}`,
  );
  return `# Benchmarks

Made by \`npm run bench -- --write\`; do not edit. Operations of 15 to 25 s in real time, against the simulator, through
a real Temporal dev server (SQLite on disk) and one worker with its default settings. Every AWS call counts: plan,
create, polls, readiness.

Machine: ${machine}.

| System | n | fleets | wall over slowest operation | lag p50 | lag p95 | calls per instance | events per instance | worker RSS, peak |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${table.map((row) => `| ${row} |`).join('\n')}

Wall over slowest operation: from the start of the run to its end, less the slowest operation of its fleet. Lag: from
the end of an operation (Lightsail's \`statusChangedAt\`) to the worker's knowing of it.

Calls by action:

${calls.join('\n')}
`;
}
