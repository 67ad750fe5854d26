import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import type { PlayedPlan } from './campaign/play-plan';
import { choosePlans, replayCommand, type PlanChoice } from './choose-plans';
import type { CampaignPlan } from './plan/campaign-plan';
import { makePlan } from './plan/make-plan';
import { renderReport, type CampaignReport } from './render-report';
import { runCampaign, withLanes, type CampaignResult } from './run-campaign';
import { showProgress } from './show-progress';
import { shrinkPlan } from './shrink-plan';
import { writeFigures } from './write-figures';

/** Most of a world's time is waiting: for operations, and for the heartbeat time-out of killed workers. */
const DEFAULT_LANES = 10;
const DEFAULT_SEEDS = 100;

const HELP = `npm run test:faults [-- [--seeds N] [--first-seed S] [--plan FILE] …]

  --seeds N        how many worlds, each made of its seed (${String(DEFAULT_SEEDS)})
  --first-seed S   the first of them (1)
  --plan FILE      the world of this file in place of seeds; with --seeds, so often
  --written        the worlds of test/faults/plan/written-plans.ts, which aim at one promise each; 'NAME' …: only these
  --lanes L        worlds at once, each with a simulator and a worker (${String(DEFAULT_LANES)})
  --no-shrink      leave a failing plan as it is
  --json           one object on stdout: { machine, command, lanes, seconds, violations, counts, failures }
  --write          put the figures into docs/reliability.md
  --show-plan      print the plan of the first seed, and play nothing
`;

interface Flags extends PlanChoice {
  lanes: number;
  shrink: boolean;
  json: boolean;
  write: boolean;
}

async function main(): Promise<void> {
  // Node 20 is supported here; the SDK's warning about it would stand before the results.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const { values, positionals } = parseArgs({
    allowNegative: true,
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      'first-seed': { type: 'string', default: '1' },
      plan: { type: 'string' },
      written: { type: 'boolean', default: false },
      lanes: { type: 'string' },
      shrink: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'show-plan': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const seeds = wholeNumber(
    values.seeds ?? (values.plan === undefined ? String(DEFAULT_SEEDS) : '1'),
    'seeds',
  );
  const flags: Flags = {
    seeds,
    firstSeed: wholeNumber(values['first-seed'], 'first-seed'),
    planFile: values.plan,
    written: values.written,
    writtenNames: positionals,
    lanes: Math.min(seeds, wholeNumber(values.lanes ?? String(DEFAULT_LANES), 'lanes')),
    shrink: values.shrink,
    json: values.json,
    write: values.write,
  };
  if (values.help) process.stdout.write(HELP);
  else if (values['show-plan'])
    process.stdout.write(`${JSON.stringify(makePlan(flags.firstSeed), null, 2)}\n`);
  else await campaign(flags);
}

async function campaign(flags: Flags): Promise<void> {
  const plans = await choosePlans(flags);
  const idPrefix = `c${Date.now().toString(36)}`;
  const progress = showProgress({ total: plans.length });
  await withLanes(flags.lanes, async (lanes) => {
    const onPlayed = (played: PlayedPlan) => {
      progress.onPlayed(played);
      for (const { check, sentence } of played.violations)
        process.stderr.write(`VIOLATION, seed ${String(played.plan.seed)}: ${check}: ${sentence}\n`);
    };
    const result = await runCampaign({ plans, lanes, idPrefix, onPlayed });
    progress.end();
    await report({ flags, result });
    const slowest = result.slowest.map(({ seed, seconds }) => `seed ${String(seed)} ${seconds.toFixed(0)} s`);
    process.stderr.write(`slowest: ${slowest.join(', ')}\n`);
    const [failed] = result.failures;
    if (failed === undefined) return;
    process.exitCode = 1;
    for (const { plan } of result.failures) process.stderr.write(`replay: ${replayCommand(flags, plan)}\n`);
    if (!flags.shrink) return;
    const onSmaller = ({ plan }: PlayedPlan, plays: number) => {
      const size = `${String(plan.fleets.length)} fleets, ${String(plan.faults.length)} faults, ${String(plan.events.length)} events`;
      process.stderr.write(`shrinking: after ${String(plays)} plays ${size}\n`);
    };
    const smallest = await shrinkPlan({ failed, lanes, idPrefix, onSmaller });
    const file = await savePlan(smallest.plan);
    process.stderr.write(`shrunk to ${file}: npm run test:faults -- --plan ${file}\n`);
    for (const { check, sentence } of smallest.violations) process.stderr.write(`  ${check}: ${sentence}\n`);
  });
}

async function report({ flags, result }: { flags: Flags; result: CampaignResult }): Promise<void> {
  const { counts, failures, seconds } = result;
  const figures: CampaignReport = {
    machine: describeMachine(),
    command: `npm run test:faults -- --seeds ${String(flags.seeds)} --first-seed ${String(flags.firstSeed)}`,
    lanes: flags.lanes,
    seconds,
    violations: failures.reduce((sum, { violations }) => sum + violations.length, 0),
    counts,
  };
  if (flags.write) await writeFigures(renderReport(figures));
  const shown = failures.map(({ plan, violations }) => ({ plan, violations }));
  const text = flags.json ? `${JSON.stringify({ ...figures, failures: shown })}\n` : renderReport(figures);
  process.stdout.write(text);
}

async function savePlan(plan: CampaignPlan): Promise<string> {
  const folder = join(findPackageRoot(__dirname), '.fleet-dev', 'faults');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `seed-${String(plan.seed)}.json`);
  await writeFile(file, `${JSON.stringify(plan, null, 2)}\n`);
  return file;
}

function wholeNumber(text: string, flag: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${flag}: expected a whole number above 0, got ${JSON.stringify(text)}`);
  return value;
}

function describeMachine(): string {
  const [cpu] = cpus();
  const memoryGib = Math.round(totalmem() / 2 ** 30);
  return `${String(cpus().length)} cores (${cpu?.model.trim() ?? 'unknown'}), ${String(memoryGib)} GiB, Node ${process.version}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
