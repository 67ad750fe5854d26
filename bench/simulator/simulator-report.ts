/** One kind of call, measured against a simulator whose world is large and one whose world is a tenth of it. */
export interface CallRow {
  call: string;
  answerBytes: number;
  /** Calls a second of the server's own CPU time: what one core does, whatever else the machine is busy with. */
  perCpuSecond: number;
  /** Calls a second by the clock on the wall, with the connections of the report. */
  perSecond: number;
  /** One call at a time, as its client sees it. */
  p50Millis: number;
  p95Millis: number;
  /** CPU time of a call in the large world over that in the small one; 1 = it costs its answer and no more. */
  costRatio: number;
}

export interface MemoryRow {
  moment: string;
  rssMegabytes: number;
}

export interface SimulatorReport {
  machine: string;
  large: WorldSize;
  small: WorldSize;
  connections: number;
  reads: CallRow[];
  writes: CallRow[];
  memory: MemoryRow[];
  /** Bytes of the state file, and the seconds from start to ready, with all that was done before. */
  restart: { stateFileMegabytes: number; seconds: number };
}

export interface WorldSize {
  instances: number;
  operations: number;
}
