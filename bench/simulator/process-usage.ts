import { readFileSync } from 'node:fs';

/** USER_HZ, which Linux has fixed at 100 for all that it shows to programs (proc(5)). */
const TICKS_A_SECOND = 100;

/** CPU seconds of a process since its start, user and system, all of its threads: the garbage collector counts. */
export function readCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // The second field is the name, in brackets, and may hold blanks; utime and stime are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

export function readRssMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024);
}
