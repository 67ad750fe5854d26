import { readCpuSeconds } from './process-usage';
import type { SimulatorProcess } from './simulator-process';

export interface MeasureCallsInput {
  simulator: SimulatorProcess;
  connections: number;
  /** Sends the call of this number and answers with the bytes that came back. */
  send: (index: number) => Promise<{ length: number }>;
  /** How many calls; where it is left out, as many as take `cpuSeconds` of the server. */
  calls?: number;
  cpuSeconds: number;
}

export interface MeasuredCalls {
  calls: number;
  cpuSeconds: number;
  wallSeconds: number;
  answerBytes: number;
}

/** Calls between two looks at the server's CPU time, which costs the client a read of /proc. */
const CALLS_BETWEEN_LOOKS = 20;

/** Sends calls over all connections at once until the server has spent so much CPU time, or all are sent. */
export async function measureCalls(input: MeasureCallsInput): Promise<MeasuredCalls> {
  const { simulator, connections, send, calls = Number.POSITIVE_INFINITY, cpuSeconds } = input;
  const startedAt = performance.now();
  const cpuBefore = readCpuSeconds(simulator.pid);
  let sent = 0;
  let bytes = 0;
  let spent = false;
  const oneConnection = async (): Promise<void> => {
    while (!spent && sent < calls) {
      const index = sent++;
      const answer = await send(index);
      bytes += answer.length;
      if (calls === Number.POSITIVE_INFINITY && index % CALLS_BETWEEN_LOOKS === 0) {
        spent = readCpuSeconds(simulator.pid) - cpuBefore >= cpuSeconds;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, oneConnection));
  return {
    calls: sent,
    cpuSeconds: readCpuSeconds(simulator.pid) - cpuBefore,
    wallSeconds: (performance.now() - startedAt) / 1000,
    answerBytes: Math.round(bytes / sent),
  };
}

/** How long single calls take, sorted, milliseconds. */
export async function measureLatency(input: {
  count: number;
  send: (index: number) => Promise<unknown>;
}): Promise<number[]> {
  const millis: number[] = [];
  for (let index = 0; index < input.count; index++) {
    const startedAt = performance.now();
    await input.send(index);
    millis.push(performance.now() - startedAt);
  }
  return millis.sort((a, b) => a - b);
}
