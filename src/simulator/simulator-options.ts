/** What the simulator needs of a logger; a pino logger fits. */
export interface SimulatorLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface NoticedCall {
  action: string;
  region: string | null;
  accessKeyId: string | null;
  /** As it came; undefined where it is no JSON. */
  request: unknown;
}

/** `received`: read and not yet carried out. `recorded`: carried out and written down, not yet answered. */
export type CallNotice =
  ({ phase: 'received' } & NoticedCall) | ({ phase: 'recorded'; seq: number } & NoticedCall);

/**
 * Awaited before the call goes on, so that a test can stop the world between two steps. `drop`, of a call that was
 * `received`: it never reached AWS, so it is neither carried out nor in the ledger; its connection is reset.
 */
export type OnCall = (notice: CallNotice) => void | 'drop' | Promise<void | 'drop'>;

export interface SimulatorOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free one. */
  port?: number;
  /** Where the state is kept; without it, in memory only. */
  stateFile?: string;
  /** Virtual seconds a real second. Default: what the state file says, or else 1. */
  speed?: number;
  /** Of everything drawn by chance in a new world. Default 1. */
  seed?: number;
  logger?: SimulatorLogger;
  onCall?: OnCall;
}

export interface RunningSimulator {
  url: string;
  port: number;
  close(): Promise<void>;
}
