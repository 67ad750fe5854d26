import type { Operation } from '@aws-sdk/client-lightsail';
import type { AwaitOperationsInput, AwaitOperationsResult, OperationOutcome } from '../contract/activities';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating, type Beat } from './heartbeating';
import { operationFailure } from './operation-failure';
import { toOperationRecord } from './operation-to-record';
import { isAbortError, waiting } from './wait-signal';

/** The API model has both, and both mean success; a status that nobody knows does not. */
const SUCCESS = new Set(['Succeeded', 'Completed']);

/**
 * Waits until each operation of the batch has ended, or the deadline has passed. The waiting is done by the
 * Region's shared watcher, so that one sweep of reads serves every fleet of this worker. Safe to repeat: it
 * reads only.
 */
export async function awaitOperations(
  dependencies: ActivityDependencies,
  input: AwaitOperationsInput,
): Promise<AwaitOperationsResult> {
  const { draining, watchers } = dependencies;
  const { region, deadline } = input;
  return inFleetTerms(input.fleetId, () =>
    heartbeating<BatchHeartbeat, AwaitOperationsResult>((beat) =>
      waiting({ draining, deadline }, async (signal) => {
        const outcomes = startOutcomes(input);
        beat(summarize(input, outcomes));
        const ids = new Map(
          input.instances.flatMap(({ name, operationId }) =>
            operationId === undefined ? [] : [[operationId, name] as const],
          ),
        );
        try {
          await watchers.operations(region).watch({
            keys: [...ids.keys()],
            requestedAtMillis: Date.parse(input.requestedAt),
            onItem: (operation) => take({ operation, ids, outcomes, input, beat }),
            signal,
          });
        } catch (error) {
          if (!isAbortError(error)) throw error;
        }
        return {
          outcomes: input.instances.map(({ name }) => outcomes.get(name) ?? { name, outcome: 'timed-out' }),
        };
      }),
    ),
  );
}

/** Instances whose operation nobody knows (adopted long after) count as made; readiness tells the rest. */
function startOutcomes({ instances }: AwaitOperationsInput): Map<string, OperationOutcome> {
  return new Map(
    instances
      .filter(({ operationId }) => operationId === undefined)
      .map(({ name }) => [name, { name, outcome: 'succeeded' }]),
  );
}

interface TakeInput {
  operation: Operation;
  ids: Map<string, string>;
  outcomes: Map<string, OperationOutcome>;
  input: AwaitOperationsInput;
  beat: Beat<BatchHeartbeat>;
}

function take({ operation, ids, outcomes, input, beat }: TakeInput): 'waiting' | 'done' {
  const name = ids.get(operation.id ?? '') ?? '';
  const succeeded = SUCCESS.has(operation.status ?? '');
  const ended = succeeded || operation.status === 'Failed' || operation.isTerminal === true;
  if (!ended) return 'waiting';
  outcomes.set(name, {
    name,
    outcome: succeeded ? 'succeeded' : 'failed',
    seenAt: new Date().toISOString(),
    operation: toOperationRecord(operation),
    ...(succeeded ? {} : { failure: operationFailure(operation) }),
  });
  beat(summarize(input, outcomes));
  return 'done';
}

function summarize(
  { instances }: AwaitOperationsInput,
  outcomes: Map<string, OperationOutcome>,
): BatchHeartbeat {
  const heartbeat: BatchHeartbeat = { waiting: [], done: [], failed: [] };
  for (const { name } of instances) {
    const outcome = outcomes.get(name)?.outcome;
    heartbeat[outcome === undefined ? 'waiting' : outcome === 'succeeded' ? 'done' : 'failed'].push(name);
  }
  return heartbeat;
}
