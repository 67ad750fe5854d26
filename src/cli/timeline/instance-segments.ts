import type { InstanceProgress } from '../../contract/fleet-progress';
import type { Phase, Segment } from './phases';

/** AWS's clock and the worker's differ by seconds; a simulator that runs faster tells times of another day. */
const CLOCKS_DIFFER_MILLIS = 5000;

export interface InstanceSegmentsInput {
  instance: InstanceProgress;
  /** Where the axis ends: what goes on is drawn until there. */
  end: number;
}

/** Each phase of an instance, from its own start to that of the next, with the tries before. */
export function instanceSegments({ instance, end }: InstanceSegmentsInput): Segment[] {
  const earlier = (instance.earlier ?? []).flatMap((one) => {
    const { requestedAt, operationEndedAt, failedAt, removingAt, removedAt } = one;
    const starts: Start[] = [
      ['operation', millis(requestedAt)],
      ['failed', within(operationEndedAt, { requestedAt, until: failedAt }) ?? millis(failedAt)],
      ['removing', millis(removingAt)],
    ];
    return segmentsOf(starts, millis(removedAt) ?? millis(removingAt) ?? millis(failedAt) ?? end);
  });
  return [...earlier, ...segmentsOf(startsOf(instance), millis(instance.removedAt) ?? end)];
}

type Start = [phase: Phase, at: number | undefined];

function startsOf(instance: InstanceProgress): Start[] {
  const { state, operation, requestedAt, startingAt, readyAt, failedAt, removingAt } = instance;
  if (requestedAt === undefined) return [];
  const until = readyAt ?? failedAt ?? startingAt;
  const answeredAt = within(operation?.createdAt, { requestedAt, until });
  // While its operation runs nobody has told when it was made: at most a second after the call.
  const operationAt = answeredAt ?? (state === 'creating' ? undefined : millis(requestedAt));
  const endedAt = within(operation?.statusChangedAt, { requestedAt, until }) ?? millis(startingAt);
  const hasStarted = startingAt !== undefined || readyAt !== undefined;
  return [
    ['requested', millis(requestedAt)],
    ['operation', operationAt],
    ['starting', hasStarted ? endedAt : undefined],
    ['ready', millis(readyAt)],
    [
      'failed',
      failedAt === undefined ? undefined : hasStarted ? millis(failedAt) : (endedAt ?? millis(failedAt)),
    ],
    ['removing', millis(removingAt)],
  ];
}

/** In the order of the phases; one that began before the phase in front of it begins with its end. */
function segmentsOf(starts: readonly Start[], end: number): Segment[] {
  const known = starts.filter((start): start is [Phase, number] => start[1] !== undefined);
  let floor = -Infinity;
  const ordered = known.map(([phase, at]) => {
    floor = Math.min(end, Math.max(floor, at));
    return { phase, from: floor };
  });
  return ordered
    .map(({ phase, from }, index) => ({ phase, from, to: ordered[index + 1]?.from ?? end }))
    .filter(({ phase, from, to }) => to > from || phase === 'failed');
}

/** A time of AWS's where it can be one of this instance. */
function within(
  text: string | undefined,
  { requestedAt, until }: { requestedAt: string; until: string | undefined },
): number | undefined {
  const at = millis(text);
  if (at === undefined) return undefined;
  const first = Date.parse(requestedAt) - CLOCKS_DIFFER_MILLIS;
  const last = until === undefined ? Infinity : Date.parse(until) + CLOCKS_DIFFER_MILLIS;
  return at >= first && at <= last ? at : undefined;
}

function millis(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}
