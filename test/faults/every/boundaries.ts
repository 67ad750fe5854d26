import type { Client } from '@temporalio/client';
import type { Evidence } from '../audit/evidence';

/** The beginning or the end of an activity, as history shows it. */
export interface Edge {
  activityId: string;
  edge: 'scheduled' | 'completed';
}

/** The members of an event that are looked at; ids are numbers as text, or objects of a library for long ones. */
interface ActivityEvent {
  eventId?: unknown;
  activityTaskScheduledEventAttributes?: { activityId?: string | null } | null;
  activityTaskCompletedEventAttributes?: { scheduledEventId?: unknown } | null;
}

/** Follows history event by event. */
class EdgeReader {
  private readonly scheduled = new Map<string, string>();

  read(event: ActivityEvent): Edge[] {
    const activityId = event.activityTaskScheduledEventAttributes?.activityId;
    if (typeof activityId === 'string') {
      this.scheduled.set(String(event.eventId), activityId);
      return [{ activityId, edge: 'scheduled' }];
    }
    const ended = event.activityTaskCompletedEventAttributes;
    if (ended === null || ended === undefined) return [];
    return [{ activityId: this.scheduled.get(String(ended.scheduledEventId)) ?? '', edge: 'completed' }];
  }
}

/** Every edge of the one run that the evidence is of, in order. */
export function boundariesOf({ runs }: Evidence): Edge[] {
  const reader = new EdgeReader();
  return (runs[0]?.history ?? []).flatMap((event) => reader.read(event as ActivityEvent));
}

export interface UntilEdgeInput {
  client: Client;
  workflowId: string;
  edge: Edge;
}

/** Resolves as soon as history shows the edge: true, or false where the run has ended without it. */
export async function untilEdge({ client, workflowId, edge }: UntilEdgeInput): Promise<boolean> {
  const reader = new EdgeReader();
  const { namespace } = client.options;
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await client.workflowService.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId },
      // Answered when there is a new event, not when somebody asks again.
      waitNewEvent: true,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const edges = (page.history?.events ?? []).flatMap((event) => reader.read(event));
    if (edges.some((one) => one.activityId === edge.activityId && one.edge === edge.edge)) return true;
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined && nextPageToken.length > 0);
  return false;
}
