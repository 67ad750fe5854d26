import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { Stack } from '../test/support/start-stack';
import type { BenchReport, BenchRow } from './bench-row';
import { renderCommand } from './command/render-command';
import { runCommandBench } from './command/run-command-bench';
import { renderReport } from './render-report';
import { runCase } from './run-case';
import { renderSimulator } from './simulator/render-simulator';
import { runSimulatorBench } from './simulator/run-simulator-bench';
import { writeReport } from './write-report';

/** Sizes of fleet; `--quick` leaves out none yet, as all three take two minutes together. */
const SIZES = [1, 10, 50];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const flags = { json: values.json === true, quick: values.quick === true, write: values.write === true };
  const [subject = 'fleets', ...more] = positionals;
  if (values.help === true) process.stdout.write(HELP);
  else if (subject === 'simulator' && more.length === 0) await benchSimulator(flags);
  else if (subject === 'command' && more.length === 0) await benchCommand(flags);
  else if (subject === 'fleets' && more.length === 0) await benchFleets(flags);
  else throw new Error(`expected fleets, simulator or command, got ${JSON.stringify(positionals.join(' '))}`);
}

interface Flags {
  json: boolean;
  quick: boolean;
  write: boolean;
}

async function benchFleets({ json, quick, write }: Flags): Promise<void> {
  // The worker's own defaults are what is measured, in real time: operations of 15 to 25 s.
  const workerEnv = { FLEET_POLL_SECONDS: '', FLEET_SETTLE_SECONDS: '', FLEET_CALLS_PER_SECOND: '' };
  const stack = await Stack.start({ speed: 1, workerEnv });
  const rows: BenchRow[] = [];
  try {
    for (const n of quick ? SIZES.slice(1, 2) : SIZES) {
      process.stderr.write(`fleet of ${String(n)}: about 30 s …\n`);
      rows.push(await runCase({ stack, n, fleets: 1 }));
    }
  } finally {
    await stack.stop();
  }
  const report: BenchReport = { machine: describeMachine(), rows };
  if (write) await writeReport({ fleets: renderReport(report) });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : renderReport(report));
}

async function benchSimulator({ json, quick, write }: Flags): Promise<void> {
  const report = await runSimulatorBench({ machine: describeMachine(), quick });
  const text = renderSimulator(report);
  if (write) await writeReport({ simulator: text });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : text);
}

async function benchCommand({ json, quick, write }: Flags): Promise<void> {
  const report = await runCommandBench({ machine: describeMachine(), quick });
  const text = renderCommand(report);
  if (write) await writeReport({ command: text });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : text);
}

const HELP = `npm run bench [-- [fleets | simulator | command] [--quick] [--json] [--write]]

  fleets     what fleets of 1, 10 and 50 cost (default)
  simulator  reads, changes and memory of the simulator with 10,000 instances
  command    how soon each verb is there, list of 1,000 fleets, and how soon watch shows a change

  --quick  fleets: only the fleet of 10; the others: shorter, and less exact
  --json   one object: { machine, rows }, { machine, reads, writes, memory, … } or { machine, tables }
  --write  also write that part of docs/benchmarks.md
`;

function describeMachine(): string {
  const [cpu] = cpus();
  const memoryGib = Math.round(totalmem() / 2 ** 30);
  return `${String(cpus().length)} cores (${cpu?.model.trim() ?? 'unknown'}), ${String(memoryGib)} GiB, Node ${process.version}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
