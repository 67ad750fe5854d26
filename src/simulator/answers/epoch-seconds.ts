/** AWS JSON 1.1 writes a timestamp as a number of seconds, with milliseconds as decimals. */
export function epochSeconds(millis: number): number {
  return Math.round(millis) / 1000;
}
