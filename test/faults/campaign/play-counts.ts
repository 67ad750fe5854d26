import type { Evidence } from '../audit/evidence';
import type { Happening } from '../plan/campaign-plan';
import type { EventScript } from './event-script';

/** What one play, or all of a campaign, came to. */
export interface PlayCounts {
  plays: number;
  fleets: number;
  calls: number;
  /** Faults that struck, by kind, as the ledger has them. */
  faults: Record<string, number>;
  /** Planned events that happened, by kind. */
  events: Partial<Record<Happening['kind'], number>>;
  /** Fleets by how they ended: `ready`, `cancelled`, or the failure's type. */
  outcomes: Record<string, number>;
  /** Deletions and sweeps, by how they ended: `delete`, or `delete InvalidRequest`. */
  removals: Record<string, number>;
  /** Resources that failures named as left behind. */
  survivors: number;
  /** Workers that Node ended as they went on after a freeze. */
  thawedDead: number;
}

export interface CountPlayInput {
  evidence: Evidence;
  script: EventScript;
  thawedDead: number;
}

export function countPlay({ evidence, script, thawedDead }: CountPlayInput): PlayCounts {
  const counts = noCounts();
  counts.thawedDead = thawedDead;
  counts.plays = 1;
  counts.fleets = evidence.runs.length;
  for (const row of evidence.ledger) {
    if (row.kind !== 'call') continue;
    counts.calls += 1;
    for (const effect of row.effect?.split(',') ?? []) increase(counts.faults, effect);
  }
  for (const { kind } of script.happenings) increase(counts.events, kind);
  for (const { outcome } of evidence.runs) {
    increase(counts.outcomes, outcome.status === 'failed' ? outcome.type : outcome.status);
    if (outcome.status === 'failed') counts.survivors += outcome.details?.survivors?.length ?? 0;
  }
  for (const { kind, outcome } of evidence.removals) {
    const end =
      outcome.status === 'failed'
        ? ` ${outcome.type}`
        : outcome.status === 'ready'
          ? ''
          : ` ${outcome.status}`;
    increase(counts.removals, `${kind}${end}`);
  }
  return counts;
}

export function noCounts(): PlayCounts {
  return {
    ...{ plays: 0, fleets: 0, calls: 0, survivors: 0, thawedDead: 0 },
    ...{ faults: {}, events: {}, outcomes: {}, removals: {} },
  };
}

export function addCounts(sum: PlayCounts, more: PlayCounts): void {
  for (const member of ['plays', 'fleets', 'calls', 'survivors', 'thawedDead'] as const)
    sum[member] += more[member];
  for (const member of ['faults', 'events', 'outcomes', 'removals'] as const) {
    for (const [kind, count] of Object.entries(more[member])) increase(sum[member], kind, count);
  }
}

function increase(counts: Record<string, number>, kind: string, by = 1): void {
  counts[kind] = (counts[kind] ?? 0) + by;
}
