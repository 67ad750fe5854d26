import type { ClientContext } from './client-context';

/** One unary call to Temporal. Without a deadline gRPC would wait for ever. */
export const CALL_LIMIT_MILLIS = 5000;

export interface CallWithinInput<Result> {
  context: ClientContext;
  call: () => Promise<Result>;
  limitMillis?: number | undefined;
  /** Ends the call at once. */
  signal?: AbortSignal | undefined;
}

/** Runs a call with a deadline. Retries of the SDK happen within it. */
export function callWithin<Result>({
  context: { client },
  call,
  limitMillis = CALL_LIMIT_MILLIS,
  signal,
}: CallWithinInput<Result>): Promise<Result> {
  const limited = () => client.withDeadline(Date.now() + limitMillis, call);
  if (signal === undefined) return limited();
  // A signal of its own for each call: the SDK's listeners stay on the one they are given, and would pile up.
  return client.withAbortSignal(AbortSignal.any([signal]), limited);
}
