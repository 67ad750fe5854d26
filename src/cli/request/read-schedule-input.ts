/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import { InvalidRequestError } from '../../client/client-errors';
import type { Problem } from '../../contract/failures';
import type { ScheduleInput } from '../../contract/schedule-input';
import { parseSeconds } from '../parse-seconds';
import type { FleetFlags } from './fleet-flags';
import { readFleetRequest } from './read-fleet-request';

export interface ScheduleFlags extends FleetFlags {
  cron?: string[] | undefined;
  calendar?: string[] | undefined;
  timeZone?: string | undefined;
  jitter?: string | undefined;
  startAt?: string | undefined;
  endAt?: string | undefined;
  overlap?: string | undefined;
  catchUp?: string | undefined;
  pauseOnFailure: boolean;
  maxRuns?: string | undefined;
  note?: string | undefined;
  paused?: boolean | undefined;
}

export interface ReadScheduleInputInput {
  scheduleId: string;
  flags: ScheduleFlags;
  stdin: NodeJS.ReadableStream;
}

export interface ReadScheduleInputResult {
  schedule: ScheduleInput | undefined;
  problems: Problem[];
}

/** The schedule that flags and `--file` describe, or every problem of both at once. */
export async function readScheduleInput({
  scheduleId,
  flags,
  stdin,
}: ReadScheduleInputInput): Promise<ReadScheduleInputResult> {
  const problems: Problem[] = [];
  const request = await readFleetRequest({ flags, stdin }).catch((error: unknown) => {
    if (!(error instanceof InvalidRequestError)) throw error;
    problems.push(...error.problems);
    return undefined;
  });
  const given = {
    ...{ scheduleId, request },
    cron: flags.cron,
    calendars: flags.calendar?.map((text, position) => readCalendar({ text, position, problems })),
    ...{ timeZone: flags.timeZone, startAt: flags.startAt, endAt: flags.endAt },
    ...{ overlap: flags.overlap, note: flags.note, paused: flags.paused },
    jitterSeconds:
      flags.jitter === undefined ? undefined : parseSeconds({ flag: '--jitter', text: flags.jitter }),
    catchupMinutes:
      flags.catchUp === undefined
        ? undefined
        : parseSeconds({ flag: '--catch-up', text: flags.catchUp }) / 60,
    maxRuns: flags.maxRuns === undefined ? undefined : toNumber(flags.maxRuns),
    pauseOnFailure: flags.pauseOnFailure,
  };
  const schedule = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { parseScheduleInput } =
    require('../../contract/schedule-input') as typeof import('../../contract/schedule-input');
  const parsed = parseScheduleInput(schedule);
  const broken = problems.map(({ path }) => path);
  for (const { path, message } of parsed.problems ?? []) {
    // The request's own are told by their flags already.
    if (path === 'request' || path.startsWith('request.') || broken.some((known) => path.startsWith(known)))
      continue;
    const flag = FLAGS[path];
    problems.push({ path, message: flag === undefined ? message : `${message} (${flag})` });
  }
  return { schedule: parsed.input, problems };
}

const FLAGS: Partial<Record<string, string>> = {
  scheduleId: '<schedule-id>',
  cron: '--cron, --calendar',
  timeZone: '--time-zone',
  jitterSeconds: '--jitter',
  startAt: '--start-at',
  endAt: '--end-at',
  overlap: '--overlap',
  catchupMinutes: '--catch-up, in minutes',
  maxRuns: '--max-runs',
  note: '--note',
};

interface ReadCalendarInput {
  text: string;
  position: number;
  problems: Problem[];
}

function readCalendar({ text, position, problems }: ReadCalendarInput): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = `expected JSON such as {"dayOfWeek":"MONDAY","hour":6}, got ${JSON.stringify(text.slice(0, 60))}`;
    problems.push({ path: `calendars[${String(position)}]`, message: `${message} (--calendar)` });
    return undefined;
  }
}

/** A number where the text is one; otherwise the text, which the schema then refuses with what came. */
function toNumber(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
}
