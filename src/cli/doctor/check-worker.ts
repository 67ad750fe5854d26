import { printable } from '../render/printable';
import type { CheckResult } from './check';
import { isUnanswered } from './grpc-refusal';

export interface CheckWorkerInput {
  findWorkers: () => Promise<{ identities: string[] }>;
  taskQueue: string;
  namespace: string;
  /** One is to run on this machine, so there may be none yet. */
  isWorkerHost: boolean;
}

export interface CheckWorkerResult {
  result: CheckResult;
  identities: string[];
}

/** More than a person reads. */
const SHOWN_WORKERS = 5;

/** Whether anybody takes up the work: a start is kept by Temporal, and waits. */
export async function checkWorker(input: CheckWorkerInput): Promise<CheckWorkerResult> {
  const { findWorkers, taskQueue, namespace, isWorkerHost } = input;
  const check = 'worker';
  const where = `task queue ${taskQueue} in namespace ${namespace}`;
  try {
    const { identities } = await findWorkers();
    if (identities.length > 0) {
      const shown = identities.slice(0, SHOWN_WORKERS).map(printable).join(', ');
      const more = identities.length > SHOWN_WORKERS ? ', …' : '';
      const message = `${where} was polled within the last minute by ${String(identities.length)}: ${shown}${more}`;
      return { result: { check, status: 'ok', message }, identities };
    }
    const message = `nobody polls ${where}: what is started waits`;
    const mend = 'start one: lightsail-fleet worker (or set FLEET_TASK_QUEUE to the queue that is polled)';
    const result: CheckResult = isWorkerHost
      ? { check, status: 'warning', message, mend }
      : { check, status: 'wrong', message, mend, fault: 'unreachable' };
    return { result, identities };
  } catch (error) {
    const message = `whether ${where} is polled cannot be told: ${printable((error as Error).message)}`;
    const result: CheckResult = isUnanswered(error)
      ? { check, status: 'wrong', message, fault: 'unreachable' }
      : { check, status: 'warning', message };
    return { result, identities: [] };
  }
}
