import { readFileSync } from 'node:fs';

const LIMIT_MILLIS = 5000;
const ASK_EVERY_MILLIS = 20;

/** Whether the process runs; one that has ended and that nobody has waited for yet does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readStat(pid));
}

function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  } catch {
    return '';
  }
}

export async function waitUntil(condition: () => boolean): Promise<void> {
  const startedAt = Date.now();
  while (!condition()) {
    if (Date.now() - startedAt > LIMIT_MILLIS)
      throw new Error(`not so after ${String(LIMIT_MILLIS)} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MILLIS));
  }
}
