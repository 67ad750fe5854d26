import { toIsoTime } from '../contract/iso-time';

const MILLIS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const TIME_RULE =
  'expected an age such as 24h or 7d, or a time such as 2026-11-25 or 2026-11-25T02:00Z';

export interface ParseTimeInput {
  text: string;
  now: Date;
}

/** `24h`, `7d` as a time that long ago; `2026-11-25`, `2026-11-25T02:00Z` as it is. Answers in ISO 8601. */
export function parseTime({ text, now }: ParseTimeInput): string | undefined {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (number === undefined) return toIsoTime(text);
  return new Date(now.getTime() - Number(number) * MILLIS[unit as keyof typeof MILLIS]).toISOString();
}
