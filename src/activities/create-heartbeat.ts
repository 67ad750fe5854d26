import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { LightsailError } from '../lightsail/lightsail-error';
import { describeRefusal } from './fleet-errors';
import type { Settlement } from './settlement';

/** A refusal can quote a policy at length. */
const REASON_CHARACTERS = 200;

export interface CreateHeartbeatInput {
  settlement: Pick<Settlement, 'missing' | 'created'>;
  /** Why the call for the missing ones is repeated. */
  refusal?: LightsailError | undefined;
}

/** How far a create is: which names have their operation, and why the others are asked for again. */
export function createHeartbeat({ settlement, refusal }: CreateHeartbeatInput): BatchHeartbeat {
  const { missing, created } = settlement;
  return {
    waiting: missing,
    done: created.map(({ name }) => name),
    failed: [],
    ...(refusal === undefined || missing[0] === undefined
      ? {}
      : { why: { [missing[0]]: describeRefusal(refusal).slice(0, REASON_CHARACTERS) } }),
  };
}
