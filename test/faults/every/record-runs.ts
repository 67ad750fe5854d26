import type { Lane } from '../campaign/lane';
import { boundariesOf, type Edge } from './boundaries';
import { endOf, playFleets, type PlayedFleet } from './play-fleets';
import { REGIONS } from './regions';
import { SHAPES, type Shape } from './shapes';

/** Which call of a run: the nth of its action in the Region of the fleet. */
export interface RecordedCall {
  shape: Shape;
  action: string;
  nth: number;
  /** Only a worker that has just started makes it. */
  cold: boolean;
}

/** Where an activity of a run begins or ends. */
export interface RecordedEdge extends Edge {
  shape: Shape;
}

export interface RecordedRuns {
  calls: RecordedCall[];
  edges: RecordedEdge[];
}

/**
 * What a run of each shape does, as the ledger and its history have it: first by a worker that has just started, and
 * then by one that knows the Region. What all shapes begin with is recorded for the first one only.
 */
export async function recordRuns(lane: Lane): Promise<RecordedRuns> {
  const recorded: RecordedRuns = { calls: [], edges: [] };
  for (const shape of SHAPES) {
    const cold = await playOne(lane, shape, true);
    const warm = await playOne(lane, shape, false);
    const known = new Set(callsOf(warm).map(keyOf));
    const calls = callsOf(cold).map((call) => ({ ...call, shape, cold: !known.has(keyOf(call)) }));
    const edges = boundariesOf(warm.evidence).map((edge) => ({ ...edge, shape }));
    const isFirst = shape === SHAPES[0];
    const firstWrite = calls.findIndex(({ action }) => !action.startsWith('Get'));
    recorded.calls.push(...(isFirst ? calls : calls.slice(firstWrite)));
    const alike = edges.findIndex(
      ({ activityId }, index) => recorded.edges[index]?.activityId !== activityId,
    );
    recorded.edges.push(...(isFirst ? edges : edges.slice(alike)));
  }
  return recorded;
}

async function playOne(lane: Lane, shape: Shape, fresh: boolean): Promise<PlayedFleet> {
  const [region = ''] = REGIONS;
  const idPrefix = `record-${shape.name}-${fresh ? 'cold' : 'warm'}`;
  const [played] = await playFleets({ lane, fleets: [{ region, shape, faults: [] }], idPrefix, fresh });
  const end = played === undefined ? 'nothing' : endOf(played.outcome);
  if (played === undefined || end !== shape.ends)
    throw new Error(`the run without faults of the shape ${shape.name} ended as ${end}`);
  return played;
}

function callsOf({ evidence }: PlayedFleet): { action: string; nth: number }[] {
  const counts = new Map<string, number>();
  return evidence.ledger.flatMap((row) => {
    if (row.kind !== 'call') return [];
    const nth = (counts.get(row.action) ?? 0) + 1;
    counts.set(row.action, nth);
    return [{ action: row.action, nth }];
  });
}

function keyOf({ action, nth }: { action: string; nth: number }): string {
  return `${action} ${String(nth)}`;
}
