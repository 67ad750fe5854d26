import type { CallRow, SimulatorReport } from './simulator-report';

export const SIMULATOR_HEADING = '## The simulator';

/** The part of docs/benchmarks.md that is about the simulator. */
export function renderSimulator(report: SimulatorReport): string {
  const { machine, large, small, connections, reads, writes, memory, restart } = report;
  return `${SIMULATOR_HEADING}

Made by \`npm run bench -- simulator --write\`; do not edit. The built simulator as a process of its own, with a state
file, and ${String(large.instances)} instances and ${String(large.operations)} operations in one Region.
"A core" is a second of the server's own CPU time (user and system, from /proc), "by wall" is over ${String(connections)}
connections for reads and one for writes, with the client on the same machine, and p50 and p95 are one call at a time.
The last column is the cost in that world over the cost in one of ${String(small.instances)} instances and
${String(small.operations)} operations: 1 means that a call costs its answer and not its world.

Machine: ${machine}.

${tableOf('read', reads)}

${tableOf('change', writes)}

| Memory (RSS) | |
| --- | --- |
${memory.map(({ moment, rssMegabytes }) => `| ${moment} | ${String(rssMegabytes)} MB |`).join('\n')}

A start on the state file that all of this left, ${String(restart.stateFileMegabytes)} MB, takes ${String(restart.seconds)} s.
`;
}

function tableOf(kind: string, rows: readonly CallRow[]): string {
  const lines = rows.map((row) =>
    [
      row.call,
      `${String(row.answerBytes)}`,
      row.perCpuSecond,
      row.perSecond,
      `${String(row.p50Millis)} ms`,
      `${String(row.p95Millis)} ms`,
      row.costRatio,
    ].join(' | '),
  );
  return `| ${kind} | bytes | a second of a core | a second by wall | p50 | p95 | cost against a tenth of the world |
| --- | --- | --- | --- | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}`;
}
