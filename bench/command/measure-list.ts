import { runCommand } from '../../test/support/run-command';
import { Stack } from '../../test/support/start-stack';
import { toRow, type CommandRow, type CommandTable } from './command-report';
import { fillFleets } from './fill-fleets';

const FLEETS = 1000;
const QUICK_FLEETS = 100;
const RUNS = 20;
const QUICK_RUNS = 3;

/** Of issue 6: whole process, from its start to its end. */
const LIMIT_MILLIS = 2000;

/** `list` as a process of its own, with no worker beside it: it needs none. */
export async function measureList({ quick }: { quick: boolean }): Promise<CommandTable> {
  const fleets = quick ? QUICK_FLEETS : FLEETS;
  process.stderr.write(`list: ${String(fleets)} fleets, about a minute …\n`);
  const stack = await Stack.start();
  try {
    const worker = await stack.startWorker();
    await fillFleets({ stack, count: fleets });
    await worker.stop();
    const all = ['list', '--limit', String(fleets)];
    const some = [...all, '--source', 'golden-1', '--state', 'rolled-back', '--since', '1d'];
    const runs = quick ? QUICK_RUNS : RUNS;
    const rows = [
      await measure({ stack, args: all, expected: fleets, runs, what: 'all, a table' }),
      await measure({ stack, args: [...all, '--json'], expected: fleets, runs, what: 'all, JSON' }),
      await measure({ stack, args: ['list'], expected: 50, runs, what: 'the newest 50' }),
      await measure({ stack, args: some, expected: fleets / 5, runs, what: 'a fifth of them, by a filter' }),
    ];
    return {
      title: `\`list\` of ${String(fleets)} fleets`,
      text: `The whole process, from its start to its end, with ${String(fleets)} ended fleets in visibility.`,
      rows,
    };
  } finally {
    await stack.stop();
  }
}

interface MeasureInput {
  stack: Stack;
  args: string[];
  /** Fleets that it must have printed: a listing that prints nothing is quick. */
  expected: number;
  runs: number;
  what: string;
}

async function measure({ stack, args, expected, runs, what }: MeasureInput): Promise<CommandRow> {
  const millis: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    const { code, stdout, stderr } = await runCommand(stack, args);
    millis.push(performance.now() - startedAt);
    const printed = stdout.match(/golden-20261125-\d{6}-bench/g)?.length ?? 0;
    if (code !== 0 || printed !== expected)
      throw new Error(`${args.join(' ')}: exit ${String(code)}, ${String(printed)} fleets. ${stderr}`);
  }
  return toRow({ what, millis, limitMillis: LIMIT_MILLIS });
}
