import type { Stack } from '../../test/support/start-stack';

/** What a fleet of one instance comes to know, by the activity that tells it. */
const CHANGES = {
  plan: 'it is planned',
  create: 'its create is answered',
  await: 'its operation has ended',
  ready: 'it is ready, and the run has ended',
} as const;
export type KnownChange = (typeof CHANGES)[keyof typeof CHANGES];

type History = Awaited<ReturnType<ReturnType<Stack['client']['workflow']['getHandle']>['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

/** When the workflow came to know of each change: the start of the first workflow task after it, by the server's clock. */
export function changesOf({ events }: History): Map<KnownChange, number> {
  const activities = new Map<string, string>();
  const known = new Map<KnownChange, number>();
  let coming: KnownChange[] = [];
  for (const event of events ?? []) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) activities.set(String(event.eventId), scheduled.activityId ?? '');
    const completed = event.activityTaskCompletedEventAttributes;
    if (completed) coming.push(...changeOf(activities.get(String(completed.scheduledEventId))));
    if (!event.workflowTaskStartedEventAttributes) continue;
    for (const change of coming) known.set(change, millisOf(event));
    coming = [];
  }
  return known;
}

/** `create/web-01` tells `create`. */
function changeOf(activityId = ''): KnownChange[] {
  const [kind = ''] = activityId.split('/');
  const change = (CHANGES as Partial<Record<string, KnownChange>>)[kind];
  return change === undefined ? [] : [change];
}

function millisOf({ eventTime }: HistoryEvent): number {
  return Number(eventTime?.seconds ?? Number.NaN) * 1000 + (eventTime?.nanos ?? 0) / 1e6;
}
