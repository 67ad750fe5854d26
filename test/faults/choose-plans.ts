import { readFile } from 'node:fs/promises';
import type { CampaignPlan } from './plan/campaign-plan';
import { makePlan } from './plan/make-plan';
import { WRITTEN_PLANS } from './plan/written-plans';

export interface PlanChoice {
  seeds: number;
  firstSeed: number;
  planFile?: string | undefined;
  written: boolean;
  /** Of the written worlds only these; none: all. */
  writtenNames: readonly string[];
}

/** The worlds that the flags ask for. */
export async function choosePlans(choice: PlanChoice): Promise<CampaignPlan[]> {
  const { seeds, firstSeed, planFile, written, writtenNames } = choice;
  if (written) return chooseWritten(writtenNames);
  if (writtenNames.length > 0)
    throw new Error(`expected flags, got ${JSON.stringify(writtenNames[0])}: a name belongs to --written`);
  if (planFile === undefined) return Array.from({ length: seeds }, (_, index) => makePlan(firstSeed + index));
  const plan = JSON.parse(await readFile(planFile, 'utf8')) as CampaignPlan;
  return Array.from({ length: seeds }, () => plan);
}

function chooseWritten(names: readonly string[]): CampaignPlan[] {
  if (names.length === 0) return WRITTEN_PLANS.map(({ plan }) => plan);
  return names.map((name) => {
    const found = WRITTEN_PLANS.find((one) => one.name === name);
    if (found !== undefined) return found.plan;
    const known = WRITTEN_PLANS.map((one) => `  '${one.name}'`).join('\n');
    throw new Error(`--written: no world ${JSON.stringify(name)}, expected one of\n${known}`);
  });
}

/** The command that plays this one of the chosen worlds again, and no other. */
export function replayCommand({ planFile, written }: PlanChoice, plan: CampaignPlan): string {
  return `npm run test:faults -- ${replayFlags({ planFile, written, plan })}`;
}

function replayFlags({
  planFile,
  written,
  plan,
}: Pick<PlanChoice, 'planFile' | 'written'> & { plan: CampaignPlan }): string {
  // Written worlds are numbered by their place, which another one may take: their name stays.
  if (written) return `--written '${WRITTEN_PLANS.find((one) => one.plan === plan)?.name ?? ''}'`;
  if (planFile !== undefined) return `--plan ${planFile}`;
  return `--seeds 1 --first-seed ${String(plan.seed)}`;
}
