import { audit, type Violation } from '../auditor';
import type { AuditedRemoval, AuditedRun, Evidence, LedgerRow } from '../audit/evidence';
import type { CampaignPlan, FleetRequest } from '../plan/campaign-plan';
import { carryOut } from './carry-out';
import { EventScript } from './event-script';
import { Fleet } from './fleet';
import { RATE_LIMITS, type Lane } from './lane';
import { countPlay, type PlayCounts } from './play-counts';
import { Removals, type Removal } from './removals';
import { BENCH } from './stranger';

/** A run that has not ended by then hangs: kills, time-outs of heartbeats and back-offs take a minute or two together. */
export const HANGS_AFTER_SECONDS = 240;

/** Longer than any world takes to detach a disk. */
const DETACHED_WITHIN_SECONDS = 60;

export interface PlayPlanInput {
  lane: Lane;
  plan: CampaignPlan;
  /** Begins the ids of the fleets; unique for each play, as ids are never used twice. */
  idPrefix: string;
}

export interface PlayedPlan {
  plan: CampaignPlan;
  evidence: Evidence;
  violations: Violation[];
  counts: PlayCounts;
  seconds: number;
}

/** Plays one plan in a fresh world, waits until every fleet of it has ended, and audits what happened. */
export async function playPlan({ lane, plan, idPrefix }: PlayPlanInput): Promise<PlayedPlan> {
  const startedAt = Date.now();
  const { worker } = lane;
  const unwantedBefore = worker.unwantedEnds.length;
  const thawedDeadBefore = worker.thawedDead;
  await worker.ready();
  await startWorld({ lane, plan });
  const fleets = plan.fleets.map(({ request }, index) => {
    const id = `${idPrefix}-f${String(index + 1)}`;
    return new Fleet({ lane, id, request: withOpenPort({ request, lane }) });
  });
  const removals = new Removals({ lane, idPrefix, limitSeconds: HANGS_AFTER_SECONDS });
  const ends = new Map<number, Promise<void>>();
  const startFleet = async (index: number) => {
    await fleets[index]?.start();
    if (!ends.has(index)) ends.set(index, followed(index));
  };
  const followed = async (index: number) => {
    await fleets[index]?.end(HANGS_AFTER_SECONDS);
    await script.onEnded(index);
  };
  const script = new EventScript({
    events: plan.events,
    isWorker: (key) => key !== null && worker.accessKeys.includes(key),
    carryOut: (what) => carryOut({ what, lane, fleets, removals, startFleet }),
  });
  lane.onCall = (notice) => script.onCall(notice);
  const started = new Set(plan.events.flatMap(({ what }) => (what.kind === 'start' ? [what.fleet] : [])));
  const numbers = fleets.map((_, index) => index);
  await Promise.all(numbers.filter((index) => !started.has(index)).map(startFleet));
  await Promise.all(ends.values());
  await Promise.all(numbers.map(startFleet));
  await Promise.all(ends.values());
  await removals.end();
  lane.onCall = undefined;
  const evidence = await gather({ lane, fleets, removals: removals.all });
  const crashes = worker.unwantedEnds.slice(unwantedBefore).map((end) => ({
    check: 'a worker ends only when it is told to',
    sentence: `the worker ended by itself: ${end}`,
  }));
  const violations = [...audit(evidence), ...crashes];
  const runs = [...fleets, ...removals.all.map(({ run }) => run)];
  if (runs.some((run) => run.hung)) await worker.killAndRestart();
  const seconds = (Date.now() - startedAt) / 1000;
  const thawedDead = worker.thawedDead - thawedDeadBefore;
  return { plan, evidence, violations, counts: countPlay({ evidence, script, thawedDead }), seconds };
}

async function startWorld({ lane, plan }: { lane: Lane; plan: CampaignPlan }): Promise<void> {
  const { control } = lane;
  await control.reset();
  await control.putSettings(plan.settings);
  const names = ['somebody-elses', ...plan.strangers];
  const instances = names.map((name) => ({
    region: 'us-east-1',
    name,
    tags: [{ key: 'team', value: 'strangers' }],
  }));
  const attaches = plan.events.some(({ what }) => what.kind === 'hand' && what.does === 'attach');
  const bench = attaches ? [{ ...BENCH, region: 'us-east-1' }] : [];
  await control.putWorld({ seed: plan.seed, instances: [...instances, ...bench] });
  if (attaches) {
    await lane.stranger.freeDisk();
    await control.advance(DETACHED_WITHIN_SECONDS);
  }
  await control.putFaults(plan.faults, plan.seed);
}

function withOpenPort({ request, lane }: { request: FleetRequest; lane: Lane }): FleetRequest {
  const waitFor = request.fleet?.waitFor;
  if (typeof waitFor !== 'object' || waitFor.port !== 0) return request;
  return { ...request, fleet: { ...request.fleet, waitFor: { port: lane.simulator.port } } };
}

interface GatherInput {
  lane: Lane;
  fleets: readonly Fleet[];
  removals: readonly Removal[];
}

async function gather({ lane, fleets, removals }: GatherInput): Promise<Evidence> {
  const { virtualNow, realNow, speed } = await lane.control.health();
  return {
    ledger: (await lane.control.ledger()) as LedgerRow[],
    runs: await Promise.all(fleets.map(toRun)),
    removals: await Promise.all(removals.map(toRemoval)),
    workerKeys: lane.worker.accessKeys,
    limits: RATE_LIMITS,
    clock: { virtualMillis: Date.parse(virtualNow), realMillis: Date.parse(realNow), speed },
  };
}

async function toRun(fleet: Fleet): Promise<AuditedRun> {
  const { id: fleetId, ownerId, request } = fleet;
  return { fleetId, ownerId, request, ...(await fleet.record()) };
}

async function toRemoval({ kind, request, run }: Removal): Promise<AuditedRemoval> {
  return { workflowId: run.id, kind, request, ...(await run.record()) };
}
