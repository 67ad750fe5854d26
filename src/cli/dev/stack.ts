import type { StartedChild } from '../../dev-stack/child-process';
import type { ChildExit } from '../../dev-stack/spawn-child';

/** Temporal and the simulator on this machine, and workers on request. */
export interface Stack {
  temporalAddress: string;
  /** Temporal's HTTP API, for curl. */
  temporalHttpUrl: string;
  uiUrl: string;
  simulatorUrl: string;
  taskQueue: string;
  /** For the worker and for clients of this stack. */
  env: NodeJS.ProcessEnv;
  startWorker(): Promise<StartedChild<true>>;
  /** The first part that ended although nobody asked it to; workers do not count. */
  broken: Promise<{ name: string; exit: ChildExit }>;
  /** Stops everything that runs, the youngest first. */
  stop(): Promise<void>;
}
