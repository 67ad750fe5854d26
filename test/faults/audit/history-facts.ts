import type { AuditedRun } from './evidence';

/** An activity as history shows that it was scheduled: with its input, before anything of it could run. */
export interface ScheduledActivity {
  type: string;
  atMillis: number;
  /** Every text anywhere in its input: names of instances and disks among them. */
  texts: ReadonlySet<string>;
  /** Of a create: the names that it may make. */
  instanceNames: ReadonlySet<string>;
  /** Whose resources it is about. */
  ownerIds: ReadonlySet<string>;
}

/** The activities of a run, in the order of its history. */
export function scheduledActivities({ history }: Pick<AuditedRun, 'history'>): ScheduledActivity[] {
  return history.flatMap(({ eventTime, activityTaskScheduledEventAttributes: scheduled }) => {
    if (scheduled === null || scheduled === undefined) return [];
    const inputs = (scheduled.input?.payloads ?? []).map(({ data }) => decode(data));
    const texts = new Set<string>();
    for (const input of inputs) gatherTexts(input, texts);
    return [
      {
        type: scheduled.activityType?.name ?? '',
        atMillis: Date.parse(String(eventTime)),
        texts,
        instanceNames: new Set(inputs.flatMap(namesOf)),
        ownerIds: new Set(inputs.flatMap(ownerOf)),
      },
    ];
  });
}

function decode(data: unknown): unknown {
  try {
    return JSON.parse(Buffer.from(String(data), 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function gatherTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (Array.isArray(value)) for (const item of value) gatherTexts(item, texts);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) gatherTexts(item, texts);
}

function namesOf(input: unknown): string[] {
  const names: unknown = (input as { instanceNames?: unknown } | undefined)?.instanceNames;
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
}

function ownerOf(input: unknown): string[] {
  const ownerId: unknown = (input as { ownerId?: unknown } | undefined)?.ownerId;
  return typeof ownerId === 'string' ? [ownerId] : [];
}
