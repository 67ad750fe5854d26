import { z } from 'zod';
import { parseCloneFleetInput, type CloneFleetInput } from './clone-fleet-input';
import type { Problem } from './failures';
import { problemsOf } from './problems';
import { calendarSchema } from './schedule-calendar';
import { findScheduleConflicts } from './schedule-rules';

/** A run's fleet id is the schedule's, `-` and the time it is due (2026-11-25T02:00:00Z): 128 in all. */
const LONGEST_ID = 107;
const SCHEDULE_ID = /^[A-Za-z0-9._:/=+@-]{1,107}$/;
const SCHEDULE_ID_RULE = `expected 1 to ${String(LONGEST_ID)} characters of A-Z a-z 0-9 . _ : / = + @ -`;

/** Terminating is missing on purpose: nothing undoes a terminated run. */
export const OVERLAP_POLICIES = ['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow-all'] as const;
/**
 * What happens when a run is due while the one before goes on.
 *
 * @useDeclaredType
 */
export type OverlapPolicy = (typeof OVERLAP_POLICIES)[number];

/**
 * `catchupMinutes`: Temporal's own default is a year, so that a server that was down for a week would make a week's
 * fleets at once. `pauseOnFailure`: what failed once fails again as a rule, and costs each time.
 */
export const SCHEDULE_DEFAULTS = {
  timeZone: 'UTC',
  overlap: 'skip',
  catchupMinutes: 10,
  pauseOnFailure: true,
} as const;

/** Each is a whole list of times. */
const MAX_TIMES = 20;

const MAX_JITTER_SECONDS = 24 * 3600;
const MAX_CATCHUP_MINUTES = 7 * 24 * 60;
const MAX_RUNS = 100_000;
const LONGEST_TEXT = 500;

const whole = (least: number, most: number) => {
  const error = `expected ${String(least)} to ${String(most)}`;
  return z.int().min(least, { error }).max(most, { error });
};

const instant = () => z.iso.datetime({ offset: true, error: 'expected a time such as 2026-12-01T00:00:00Z' });

const cronSchema = z
  .string()
  .regex(/\S/, { error: 'expected a cron expression such as 0 2 * * *' })
  .max(LONGEST_TEXT, { error: `expected at most ${String(LONGEST_TEXT)} characters` })
  .refine((text) => !/^\s*(?:CRON_)?TZ=/.test(text), {
    error: 'expected no time zone in it: give timeZone',
  });

/** What a schedule is made of. Unknown members are refused by name. */
export const scheduleInputSchema = z.strictObject({
  scheduleId: z
    .string()
    .regex(SCHEDULE_ID, { error: SCHEDULE_ID_RULE })
    .meta({
      description: "Start of each run's fleet id, which ends in the time it was due.",
      examples: ['nightly'],
    }),
  request: z.unknown().meta({
    description: 'A CloneFleetInput: what each run makes. Its names must differ from run to run.',
  }),
  cron: z
    .array(cronSchema)
    .max(MAX_TIMES, { error: `expected at most ${String(MAX_TIMES)} expressions` })
    .optional()
    .meta({ description: 'When, as cron, in timeZone; several add up.', examples: [['0 2 * * *']] }),
  calendars: z
    .array(calendarSchema)
    .max(MAX_TIMES, { error: `expected at most ${String(MAX_TIMES)} calendars` })
    .optional()
    .meta({ description: 'When, by calendar; several add up.', examples: [[{ hour: 2 }]] }),
  timeZone: z
    .string()
    .max(LONGEST_TEXT)
    .optional()
    .meta({ description: 'IANA name; default UTC.', examples: ['Europe/Berlin'] }),
  jitterSeconds: whole(0, MAX_JITTER_SECONDS)
    .optional()
    .meta({ description: 'A run begins up to so much later, at random; default 0.' }),
  startAt: instant().optional().meta({ description: 'Nothing before.' }),
  endAt: instant().optional().meta({ description: 'Nothing after.' }),
  overlap: z
    .enum(OVERLAP_POLICIES, { error: `expected one of ${OVERLAP_POLICIES.join(', ')}` })
    .optional()
    .meta({
      description:
        'What happens when a run is due while the one before goes on; default skip. allow-all wants pauseOnFailure: false.',
    }),
  catchupMinutes: whole(1, MAX_CATCHUP_MINUTES).optional().meta({
    description: 'Runs that a stopped Temporal server missed are made up for this long; default 10.',
  }),
  pauseOnFailure: z
    .boolean()
    .optional()
    .meta({ description: 'Default true: a run that fails pauses the schedule.' }),
  note: z.string().max(LONGEST_TEXT).optional().meta({ description: 'For people.' }),
  maxRuns: whole(1, MAX_RUNS).optional().meta({ description: 'Ends after so many runs; default: none.' }),
  paused: z.boolean().optional().meta({ description: 'Begins paused.' }),
});

/**
 * `lightsail-fleet schedule create --help` tells what each member means.
 *
 * @useDeclaredType
 */
export type ScheduleInput = Omit<z.infer<typeof scheduleInputSchema>, 'request'> & {
  request: CloneFleetInput;
};

export type ParsedScheduleInput =
  { input: ScheduleInput; problems?: undefined } | { input?: undefined; problems: Problem[] };

/** The input, or every problem of it at once, those of its request included. */
export function parseScheduleInput(input: unknown): ParsedScheduleInput {
  const parsed = scheduleInputSchema.safeParse(input);
  const given = (typeof input === 'object' && input !== null ? input : {}) as Partial<
    Record<string, unknown>
  >;
  const request = parseCloneFleetInput(given['request']);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, input)),
    ...findScheduleConflicts(given),
    ...(request.problems ?? []).map(({ path, message }) => ({ path: under('request', path), message })),
  ];
  if (parsed.success && request.input !== undefined && problems.length === 0)
    return { input: { ...parsed.data, request: request.input } };
  return { problems };
}

function under(member: string, path: string): string {
  if (path === '') return member;
  return path.startsWith('[') ? `${member}${path}` : `${member}.${path}`;
}
