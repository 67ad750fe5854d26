import { measureCalls, measureLatency, type MeasuredCalls } from './measure-calls';
import { readCases, type ReadCase } from './read-cases';
import type { CallRow, WorldSize } from './simulator-report';
import type { SimulatorProcess } from './simulator-process';

export interface SizedSimulator {
  simulator: SimulatorProcess;
  size: WorldSize;
}

export interface MeasureReadsInput {
  large: SizedSimulator;
  small: SizedSimulator;
  connections: number;
  /** CPU time that the server spends on each read in each world. The kernel counts it in steps of 10 ms. */
  cpuSeconds: number;
}

/** Both worlds in turn, so that a machine that slows down meanwhile slows both: their ratio stays. */
const TURNS = 4;
const WARM_UP_CALLS = 300;
const LATENCY_CALLS = 200;

export async function measureReads(input: MeasureReadsInput): Promise<CallRow[]> {
  const largeCases = await readCases({ client: input.large.simulator.client, size: input.large.size });
  const smallCases = await readCases({ client: input.small.simulator.client, size: input.small.size });
  const rows: CallRow[] = [];
  for (const [index, large] of largeCases.entries()) {
    process.stderr.write(`${large.name}\n`);
    rows.push(await measureRead({ input, large, small: smallCases[index] as ReadCase }));
  }
  return rows;
}

async function measureRead({
  input,
  large,
  small,
}: {
  input: MeasureReadsInput;
  large: ReadCase;
  small: ReadCase;
}): Promise<CallRow> {
  const ofLarge: MeasuredCalls[] = [];
  const ofSmall: MeasuredCalls[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    ofLarge.push(await measureTurn({ input, simulator: input.large.simulator, readCase: large, turn }));
    ofSmall.push(await measureTurn({ input, simulator: input.small.simulator, readCase: small, turn }));
  }
  const { client } = input.large.simulator;
  const call = client.prepare(large);
  const millis = await measureLatency({ count: LATENCY_CALLS, send: () => client.send(call) });
  return toCallRow({ call: large.name, large: sum(ofLarge), small: sum(ofSmall), millis });
}

async function measureTurn(given: {
  input: MeasureReadsInput;
  simulator: SimulatorProcess;
  readCase: ReadCase;
  turn: number;
}): Promise<MeasuredCalls> {
  const { input, simulator, readCase, turn } = given;
  const { connections } = input;
  const call = simulator.client.prepare(readCase);
  const send = (): Promise<Buffer> => simulator.client.send(call);
  if (turn === 0) await measureCalls({ simulator, connections, send, calls: WARM_UP_CALLS, cpuSeconds: 0 });
  return measureCalls({ simulator, connections, send, cpuSeconds: input.cpuSeconds / TURNS });
}

export function sum(parts: readonly MeasuredCalls[]): MeasuredCalls {
  const total = (value: (part: MeasuredCalls) => number): number =>
    parts.reduce((all, part) => all + value(part), 0);
  const calls = total((part) => part.calls);
  return {
    calls,
    cpuSeconds: total((part) => part.cpuSeconds),
    wallSeconds: total((part) => part.wallSeconds),
    answerBytes: Math.round(total((part) => part.answerBytes * part.calls) / calls),
  };
}

export function toCallRow(input: {
  call: string;
  large: MeasuredCalls;
  small: MeasuredCalls;
  /** Sorted. */
  millis: readonly number[];
}): CallRow {
  const { call, large, small, millis } = input;
  const round = (value: number): number => Math.round(value * 100) / 100;
  const percentile = (share: number): number => millis[Math.ceil(share * millis.length) - 1] ?? Number.NaN;
  return {
    call,
    answerBytes: large.answerBytes,
    perCpuSecond: Math.round(large.calls / large.cpuSeconds),
    perSecond: Math.round(large.calls / large.wallSeconds),
    p50Millis: round(percentile(0.5)),
    p95Millis: round(percentile(0.95)),
    costRatio: round(large.cpuSeconds / large.calls / (small.cpuSeconds / small.calls)),
  };
}
