/** A day, or a day and a time; without a zone it is UTC, as all times here are. */
const ISO_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** `2026-11-25`, `2026-11-25T02:00`, `2026-11-25T02:00+01:00` in UTC; undefined where it is no such time. */
export function toIsoTime(text: string): string | undefined {
  const iso = ISO_TIME.exec(text);
  if (iso === null) return undefined;
  const time = new Date(text.includes('T') && iso[1] === undefined ? `${text}Z` : text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
