import { UsageError } from './usage-error';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

export interface ParseSecondsInput {
  flag: string;
  text: string;
}

/** `90s`, `10m`, `1h`, `1d` as seconds. */
export function parseSeconds({ flag, text }: ParseSecondsInput): number {
  const [, number, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  if (number !== undefined) return Number(number) * SECONDS[unit as keyof typeof SECONDS];
  throw new UsageError(`${flag}: expected a time such as 90s, 10m or 1h, got ${JSON.stringify(text)}`);
}
