import { UsageError } from './usage-error';

const MILLIS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A day, or a day and a time; without a zone it is UTC, as all times of this command are. */
const ISO_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

export interface ParseTimeInput {
  flag: string;
  text: string;
  now: Date;
}

/** `24h`, `7d` as a time that long ago; `2026-11-25`, `2026-11-25T02:00Z` as it is. Answers in ISO 8601. */
export function parseTime({ flag, text, now }: ParseTimeInput): string {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (number !== undefined)
    return new Date(now.getTime() - Number(number) * MILLIS[unit as keyof typeof MILLIS]).toISOString();
  const iso = ISO_TIME.exec(text);
  const time = new Date(text.includes('T') && iso?.[1] === undefined ? `${text}Z` : text);
  if (iso !== null && !Number.isNaN(time.getTime())) return time.toISOString();
  throw new UsageError(
    `${flag}: expected an age such as 24h or 7d, or a time such as 2026-11-25 or 2026-11-25T02:00Z, got ${JSON.stringify(text)}`,
  );
}
