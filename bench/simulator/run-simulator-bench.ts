import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchWorld, fillOperations } from './bench-world';
import { measureReads, type SizedSimulator } from './measure-reads';
import { measureWrites } from './measure-writes';
import { readRssMegabytes } from './process-usage';
import type { MemoryRow, SimulatorReport, WorldSize } from './simulator-report';
import { startSimulatorProcess } from './simulator-process';

const LARGE: WorldSize = { instances: 10_000, operations: 50_000 };
const SMALL: WorldSize = { instances: 1_000, operations: 5_000 };
const CONNECTIONS = 4;
/** A figure is good to a hundredth, as CPU time is counted in steps of 10 ms. */
const CPU_SECONDS = 1;
const QUICK_CPU_SECONDS = 0.2;
const CHANGED_INSTANCES = 10_000;
const QUICK_CHANGED_INSTANCES = 1000;

/** Two simulators, one with a large and one with a small world, driven one at a time. About 3 minutes. */
export async function runSimulatorBench(input: {
  machine: string;
  quick: boolean;
}): Promise<SimulatorReport> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-bench-'));
  const stateFile = join(folder, 'large');
  const memory: MemoryRow[] = [];
  const started: SizedSimulator[] = [];
  try {
    const large = await startWorld({ stateFile, size: LARGE, started, memory });
    const small = await startWorld({ stateFile: join(folder, 'small'), size: SMALL, started });
    const note = (moment: string): void => {
      memory.push({ moment, rssMegabytes: readRssMegabytes(large.simulator.pid) });
    };
    const cpuSeconds = input.quick ? QUICK_CPU_SECONDS : CPU_SECONDS;
    const reads = await measureReads({ large, small, connections: CONNECTIONS, cpuSeconds });
    note('after all the reads');
    const instances = input.quick ? QUICK_CHANGED_INSTANCES : CHANGED_INSTANCES;
    const writes = await measureWrites({ large, small, instances });
    note(`after ${String(instances)} more were made and deleted`);
    await large.simulator.stop();
    const restart = await measureRestart({ stateFile, started, memory });
    return {
      machine: input.machine,
      large: LARGE,
      small: SMALL,
      connections: CONNECTIONS,
      reads,
      writes,
      memory,
      restart,
    };
  } finally {
    for (const { simulator } of started) await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startWorld(input: {
  stateFile: string;
  size: WorldSize;
  started: SizedSimulator[];
  memory?: MemoryRow[];
}): Promise<SizedSimulator> {
  const { stateFile, size, memory } = input;
  process.stderr.write(`a world of ${String(size.instances)} instances\n`);
  const simulator = await startSimulatorProcess({ stateFile, connections: CONNECTIONS });
  const sized = { simulator, size };
  input.started.push(sized);
  const note = (moment: string): void => {
    memory?.push({ moment, rssMegabytes: readRssMegabytes(simulator.pid) });
  };
  note('at start, with the default world');
  await simulator.client.control({ method: 'PUT', path: 'world', body: benchWorld(size) });
  note(`with ${String(size.instances)} instances`);
  await fillOperations({ simulator, size, connections: CONNECTIONS });
  note(`after ${String(size.operations)} operations`);
  return sized;
}

async function measureRestart(input: {
  stateFile: string;
  started: SizedSimulator[];
  memory: MemoryRow[];
}): Promise<SimulatorReport['restart']> {
  const { size } = await stat(input.stateFile);
  const startedAt = performance.now();
  const simulator = await startSimulatorProcess({ stateFile: input.stateFile, connections: 1 });
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  input.started.push({ simulator, size: LARGE });
  input.memory.push({
    moment: 'started again on its state file',
    rssMegabytes: readRssMegabytes(simulator.pid),
  });
  return { stateFileMegabytes: Math.round(size / 2 ** 20), seconds };
}
