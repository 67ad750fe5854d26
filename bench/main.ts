import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPackageRoot } from '../src/dev-stack/package-root';
import * as prettier from 'prettier';
import { Stack } from '../test/support/start-stack';
import type { BenchReport, BenchRow } from './bench-row';
import { renderReport } from './render-report';
import { runCase } from './run-case';

/** Sizes of fleet; `--quick` leaves out none yet, as all three take two minutes together. */
const SIZES = [1, 10, 50];

const REPORT = join(findPackageRoot(__dirname), 'docs', 'benchmarks.md');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  // The worker's own defaults are what is measured, in real time: operations of 15 to 25 s.
  const workerEnv = { FLEET_POLL_SECONDS: '', FLEET_SETTLE_SECONDS: '', FLEET_CALLS_PER_SECOND: '' };
  const stack = await Stack.start({ speed: 1, workerEnv });
  const rows: BenchRow[] = [];
  try {
    for (const n of values.quick === true ? SIZES.slice(1, 2) : SIZES) {
      process.stderr.write(`fleet of ${String(n)}: about 30 s …\n`);
      rows.push(await runCase({ stack, n, fleets: 1 }));
    }
  } finally {
    await stack.stop();
  }
  const report: BenchReport = { machine: describeMachine(), rows };
  if (values.write === true) await writeFile(REPORT, await asPrettierWould(renderReport(report)));
  process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : renderReport(report));
}

/** `npm run check` looks at the report too. */
async function asPrettierWould(markdown: string): Promise<string> {
  const options = await prettier.resolveConfig(REPORT);
  return prettier.format(markdown, { ...options, parser: 'markdown' });
}

const HELP = `npm run bench [-- --quick] [--json] [--write]

  --quick  only the fleet of 10
  --json   one object: { machine, rows }
  --write  also write docs/benchmarks.md
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
