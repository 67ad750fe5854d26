import { z } from 'zod';

const MONTHS = [
  ...['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER'],
  ...['OCTOBER', 'NOVEMBER', 'DECEMBER'],
] as const;
const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;

/** Entries of one field; 60 minutes are the most that mean something. */
const MAX_ENTRIES = 60;

/** A value, a range of them, a list of both, or `*`: as Temporal's CalendarSpec. */
function field<Unit extends z.ZodType>(unit: Unit, rule: string) {
  const range = z.strictObject({
    start: unit,
    end: unit.optional(),
    step: z.int().min(1).max(59).optional(),
  });
  const entry = z.union([unit, range], { error: rule });
  return z.union([z.literal('*'), entry, z.array(entry).min(1).max(MAX_ENTRIES)], { error: rule }).optional();
}

function numbers(least: number, most: number) {
  const rule = `expected ${String(least)} to ${String(most)}, { start, end, step }, a list of these, or *`;
  const error = rule;
  return field(z.int({ error }).min(least, { error }).max(most, { error }), rule);
}

function words<Word extends string>(known: readonly [Word, ...Word[]]) {
  return field(z.enum(known), `expected ${known.join(', ')}, { start, end }, a list of these, or *`);
}

/** Times by calendar, as Temporal's CalendarSpec: what is left out of hour, minute and second is 0, of the rest any. */
export const calendarSchema = z.strictObject({
  second: numbers(0, 59),
  minute: numbers(0, 59),
  hour: numbers(0, 23),
  dayOfMonth: numbers(1, 31),
  month: words(MONTHS),
  year: numbers(2000, 2100),
  dayOfWeek: words(DAYS),
  comment: z.string().max(500).optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;
