/** One row of `npm run bench -- --json` (public: others read it). */
export interface BenchRow {
  system: string;
  /** Instances a fleet. */
  n: number;
  /** Fleets at once. */
  fleets: number;
  /** From start to end of the run, less the slowest operation. */
  wallOverSlowestSeconds: number;
  /** From the end of an operation to the worker's knowing of it. */
  lagP50Seconds: number;
  lagP95Seconds: number;
  callsPerInstance: number;
  callsByAction: Record<string, number>;
  eventsPerInstance: number;
  /** Of the worker process, since its start. */
  peakRssMegabytes: number;
}

export interface BenchReport {
  machine: string;
  rows: BenchRow[];
}
