import { Ground } from './campaign/ground';
import { Lane } from './campaign/lane';
import { addCounts, noCounts, type PlayCounts } from './campaign/play-counts';
import { playPlan, type PlayedPlan } from './campaign/play-plan';
import type { CampaignPlan } from './plan/campaign-plan';

/** After so many failing plans the rest says nothing new, and each may cost minutes. */
const STOP_AFTER_FAILURES = 5;

export interface RunCampaignInput {
  /** In this order, as lanes become free. */
  plans: Iterable<CampaignPlan>;
  lanes: readonly Lane[];
  /** Begins the ids of all fleets; unique on this ground. */
  idPrefix: string;
  onPlayed?: (played: PlayedPlan) => void;
}

export interface CampaignResult {
  counts: PlayCounts;
  failures: PlayedPlan[];
  /** The worlds that took longest: what to look at when campaigns become slow. */
  slowest: { seed: number; seconds: number }[];
  seconds: number;
}

const SLOWEST_KEPT = 5;

/** Plays plans on all lanes at once. A plan that fails is kept whole. */
export async function runCampaign(input: RunCampaignInput): Promise<CampaignResult> {
  const startedAt = Date.now();
  const counts = noCounts();
  const failures: PlayedPlan[] = [];
  const took: { seed: number; seconds: number }[] = [];
  const plans = input.plans[Symbol.iterator]();
  let number = 0;
  const playOn = async (lane: Lane): Promise<void> => {
    while (failures.length < STOP_AFTER_FAILURES) {
      const next = plans.next();
      if (next.done === true) return;
      number += 1;
      const idPrefix = `${input.idPrefix}-${String(number)}-s${String(next.value.seed)}`;
      const played = await playPlan({ lane, plan: next.value, idPrefix });
      addCounts(counts, played.counts);
      took.push({ seed: next.value.seed, seconds: played.seconds });
      if (played.violations.length > 0) failures.push(played);
      input.onPlayed?.(played);
    }
  };
  // All of them, also when one breaks: it is its error that counts, and not what the others meet as their ground goes.
  const ends = await Promise.allSettled(input.lanes.map(playOn));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  const slowest = took.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST_KEPT);
  return { counts, failures, slowest, seconds: (Date.now() - startedAt) / 1000 };
}

/** A ground with so many lanes for as long as `use` takes. */
export async function withLanes<Result>(
  count: number,
  use: (lanes: readonly Lane[]) => Promise<Result>,
): Promise<Result> {
  const ground = await Ground.start();
  const lanes: Lane[] = [];
  try {
    const started = await Promise.allSettled(
      Array.from({ length: count }, (_, index) => Lane.start({ ground, index: index + 1 })),
    );
    lanes.push(...started.flatMap((lane) => (lane.status === 'fulfilled' ? [lane.value] : [])));
    const broken = started.find((lane) => lane.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    return await use(lanes);
  } finally {
    await Promise.all(lanes.map((lane) => lane.stop()));
    await ground.stop();
  }
}
