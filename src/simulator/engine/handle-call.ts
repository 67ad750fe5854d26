import { authorize } from '../access/authorize';
import { AwsError } from '../errors/aws-error';
import { chooseCallEffect } from '../faults/choose-call-effect';
import { isOperationName } from '../operations/operation-table';
import { applyChange } from '../state/apply-change';
import type { Change } from '../state/change';
import { accountIdOf } from '../state/simulator-state';
import { errorAnswer } from './answer';
import type { Call, CallAnswer } from './call';
import { decideCall } from './decide-call';
import type { Engine } from './engine';
import { namesOfRequest } from './names-of-request';

export interface HandleCallResult {
  answer: CallAnswer;
  /** Still to be applied. */
  changes: Change[];
  /** How often the rules of the fault plan have matched: applied already, as fates are drawn from them. */
  counts: Change[];
}

/** The way of a call: authorization, Region, action, rate, policy, fault plan, and then the operation itself. */
export function handleCall(input: { engine: Engine; call: Call; nowMillis: number }): HandleCallResult {
  const { engine, call, nowMillis } = input;
  const { state } = engine;
  const refuse = (error: AwsError): HandleCallResult => ({
    answer: errorAnswer(error),
    changes: [],
    counts: [],
  });
  if (call.refusal instanceof AwsError) return refuse(call.refusal);
  const region = call.region === null ? undefined : state.regions.get(call.region);
  if (region === undefined) return refuse(unknownRegion());
  if (!isOperationName(call.action)) {
    return refuse(
      new AwsError({ type: 'UnknownOperationException', message: 'The operation is not known.' }),
    );
  }
  const { callsPerSecond, callsBurst } = state.settings;
  const limit = { region: region.description.name, nowMillis, callsPerSecond, burst: callsBurst };
  // Before the fault plan: a call that AWS would not have looked at is not one of those that `nth` counts.
  if (!engine.rateLimit.take(limit))
    return refuse(new AwsError({ type: 'ThrottlingException', message: 'Rate exceeded' }));
  const { action, accessKeyId, request } = call;
  const { credentials } = state.world;
  const denied = errorOf(() =>
    authorize({ credentials, accessKeyId, region, action, request, accountId: accountIdOf(state) }),
  );
  if (denied !== undefined) return refuse(denied);
  const zone = zoneOf(call.request);
  const named = {
    action: call.action,
    region: region.description.name,
    ...(zone === undefined ? {} : { zone }),
    names: namesOfRequest({ region, request: call.request }),
  };
  const { rule, changes: counts } = chooseCallEffect({ faults: state.faults, call: named });
  for (const change of counts) applyChange(state, change);
  const decided = decideCall({
    state,
    region,
    nowMillis,
    action: call.action,
    request: call.request,
    named,
    rule,
  });
  return { ...decided, counts };
}

function errorOf(judge: () => void): AwsError | undefined {
  try {
    judge();
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

function unknownRegion(): AwsError {
  const message = 'Credential should be scoped to a valid region.';
  return new AwsError({ type: 'InvalidSignatureException', message });
}

function zoneOf(request: unknown): string | undefined {
  if (typeof request !== 'object' || request === null || !Object.hasOwn(request, 'availabilityZone'))
    return undefined;
  const zone = (request as { availabilityZone: unknown }).availabilityZone;
  return typeof zone === 'string' ? zone : undefined;
}
