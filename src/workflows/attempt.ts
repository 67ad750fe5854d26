import type { FleetBatch, FleetPlan } from '../contract/fleet-plan';
import type { FailedInstance } from './failed-instance';

/** One try to make the instances of a batch, all in one zone. */
export interface Attempt {
  batch: FleetBatch;
  /** Position in the list of `availabilityZone` and `fleet.fallbackZones`. */
  zone: number;
  /** How often these instances were removed and made again. */
  replacements: number;
}

export interface NextAttemptsInput {
  attempt: Attempt;
  failed: readonly FailedInstance[];
  standing: FleetPlan['standing'];
}

export interface NextAttemptsResult {
  again: Attempt[];
  /** Nothing more is tried for these. */
  given: FailedInstance[];
}

/**
 * What is tried next for instances that failed. A full zone sends them to the next zone, which uses up no replacement;
 * where there is none left, and for every other failure of one instance, it is made again in its zone as often as
 * `fleet.replaceFailed` says. Nothing is tried again after a call that was refused as a whole (it had its own retries),
 * for a quota that is used up, or for a name that somebody else has now.
 */
export function nextAttempts({ attempt, failed, standing }: NextAttemptsInput): NextAttemptsResult {
  const elsewhere: string[] = [];
  const here: string[] = [];
  const given: FailedInstance[] = [];
  for (const instance of failed) {
    const { type, phase, problem } = instance;
    const isFull = type === 'CapacityUnavailable';
    const isFinal = phase === 'call' || type === 'QuotaExceeded' || type === 'NameInUse';
    if (isFull && attempt.zone < standing.fallbackZones.length) elsewhere.push(problem.name);
    else if (!isFinal && attempt.replacements < standing.replaceFailed) here.push(problem.name);
    else given.push(instance);
  }
  const { zone, replacements } = attempt;
  const again = [
    { names: elsewhere, zone: zone + 1, replacements },
    { names: here, zone, replacements: replacements + 1 },
  ]
    .filter(({ names }) => names.length > 0)
    .map(({ names, ...next }) => ({ ...next, batch: toBatch({ names, ...next }) }));
  return { again, given };
}

/** Its id becomes part of activity ids, which must differ between attempts; no name can hold a `#`. */
function toBatch({ names, zone, replacements }: { names: string[]; zone: number; replacements: number }) {
  const [first = ''] = names;
  const range = names.length === 1 ? first : `${first}..${names.at(-1) ?? ''}`;
  const elsewhere = zone === 0 ? '' : `#zone-${String(zone + 1)}`;
  const again = replacements === 0 ? '' : `#again-${String(replacements)}`;
  return { id: `${range}${elsewhere}${again}`, instanceNames: names };
}
