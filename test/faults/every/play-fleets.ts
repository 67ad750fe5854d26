import type { FaultRule } from '../../support/simulator-control';
import type { AuditedRun, Evidence, LedgerRow, Outcome } from '../audit/evidence';
import { audit, type Violation } from '../auditor';
import { Fleet } from '../campaign/fleet';
import { RATE_LIMITS, type Lane } from '../campaign/lane';
import { HANGS_AFTER_SECONDS } from '../campaign/play-plan';
import { furnishedWorld } from './regions';
import type { Shape } from './shapes';

/** Virtual seconds a real second. */
const SPEED = 40;

const SETTINGS = {
  speed: SPEED,
  createSeconds: { min: 5, max: 10 },
  deleteSeconds: { min: 2, max: 4 },
  addressDelaySeconds: { min: 1, max: 3 },
};

/** One fleet in a Region of its own, and what befalls it beside what its shape says. */
export interface RegionalFleet {
  region: string;
  shape: Shape;
  faults: readonly FaultRule[];
}

export interface PlayFleetsInput {
  lane: Lane;
  fleets: readonly RegionalFleet[];
  idPrefix: string;
  /** With a new worker, which knows nothing of the Regions yet. */
  fresh?: boolean;
  onCall?: Lane['onCall'];
  /** Called when all fleets have been started; waited for beside them. */
  meanwhile?: (fleets: readonly Fleet[]) => Promise<void>;
}

export interface PlayedFleet {
  region: string;
  outcome: Outcome;
  /** Of its Region alone: what befell the others excuses nothing here. */
  evidence: Evidence;
  violations: Violation[];
}

export interface ProblemsInput {
  played: PlayedFleet;
  shape: Shape;
  /** False where AWS refused something for good: then the promises are all that is asked. */
  passes?: boolean;
}

/** Plays fleets beside each other, waits until each has ended, and audits each Region by itself. */
export async function playFleets(input: PlayFleetsInput): Promise<PlayedFleet[]> {
  const { lane, idPrefix } = input;
  lane.onCall = undefined;
  if (input.fresh === true) await lane.worker.killAndRestart();
  else await lane.worker.ready();
  await startWorld(input);
  lane.onCall = input.onCall;
  const fleets = input.fleets.map(
    ({ region, shape }) => new Fleet({ lane, id: `${idPrefix}-${region}`, request: shape.request(region) }),
  );
  await Promise.all(fleets.map((fleet) => fleet.start()));
  await Promise.all([input.meanwhile?.(fleets), ...fleets.map((fleet) => fleet.end(HANGS_AFTER_SECONDS))]);
  lane.onCall = undefined;
  const whole = await gather({ lane, fleets });
  if (fleets.some((fleet) => fleet.hung)) await lane.worker.killAndRestart();
  return input.fleets.map(({ region }, index) => {
    const run = whole.runs[index] as AuditedRun;
    const evidence = { ...whole, runs: [run], ledger: whole.ledger.filter((row) => row.region === region) };
    return { region, outcome: run.outcome, evidence, violations: audit(evidence) };
  });
}

async function startWorld({ lane, fleets }: PlayFleetsInput): Promise<void> {
  const { control } = lane;
  await control.reset();
  await control.putSettings(SETTINGS);
  await control.putWorld(furnishedWorld() as Record<string, unknown>);
  const rules = fleets.flatMap(({ region, shape, faults }) =>
    [...faults, ...shape.faults].map((rule) => ({ region, ...rule })),
  );
  await control.putFaults(rules);
}

async function gather({ lane, fleets }: { lane: Lane; fleets: readonly Fleet[] }): Promise<Evidence> {
  const { virtualNow, realNow, speed } = await lane.control.health();
  return {
    ledger: (await lane.control.ledger()) as LedgerRow[],
    runs: await Promise.all(fleets.map(toRun)),
    removals: [],
    workerKeys: lane.worker.accessKeys,
    limits: RATE_LIMITS,
    clock: { virtualMillis: Date.parse(virtualNow), realMillis: Date.parse(realNow), speed },
  };
}

async function toRun(fleet: Fleet): Promise<AuditedRun> {
  const { id: fleetId, ownerId, request } = fleet;
  return { fleetId, ownerId, request, ...(await fleet.record()) };
}

/** How a run ended, in a word. */
export function endOf(outcome: Outcome): string {
  return outcome.status === 'failed' ? outcome.type : outcome.status;
}

/** What a run did that it may not do, or did otherwise than without what befell it. */
export function problemsOf({
  played: { outcome, violations },
  shape,
  passes = true,
}: ProblemsInput): string[] {
  const found = violations.map(({ check, sentence }) => `${check}: ${sentence}`);
  const end = endOf(outcome);
  if (!passes || end === shape.ends) return found;
  const message = outcome.status === 'failed' ? `: ${outcome.message}` : '';
  return [...found, `it ended as ${end}, and else as ${shape.ends}${message}`];
}
