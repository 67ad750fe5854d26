/** `20:35:00 UTC`. */
export function formatClock(iso: string): string {
  return `${iso.slice(11, 19)} UTC`;
}

/** `2026-11-23 20:35:00 UTC`. */
export function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${formatClock(iso)}`;
}

/** `42 s`, `12 min 34 s`, `1 h 2 min`. */
export function formatTook(startedAt: string, endedAt: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${String(seconds)} s`;
  if (minutes < 60) return `${String(minutes)} min ${String(seconds % 60)} s`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

export function formatCount(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function formatPrice(monthlyPriceUsd: number): string {
  return `${monthlyPriceUsd.toFixed(2)} USD a month`;
}
