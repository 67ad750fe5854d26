import type {
  $Command,
  LightsailClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-lightsail';
import { AbortError } from './abort-error';
import { classifyError, CREATE_ACTION } from './classify-error';
import { isClockRefusal } from './clock-refusal';
import type { ErrorKind } from './error-kind';
import { LightsailError, TOO_LATE_TO_SEND } from './lightsail-error';
import type { RateLimit } from './rate-limit';
import type { SdkClients } from './sdk-clients';
import type { Priority } from './turn-queue';

/** One request that left for AWS, with how it ended: what metrics count. SDK retries are requests of their own. */
export interface FinishedCall {
  region: string;
  action: string;
  kind: 'ok' | 'aborted' | ErrorKind;
  /** From the moment that its turn came. */
  seconds: number;
}

export interface CallSenderInput {
  region: string;
  clients: SdkClients;
  rateLimit: RateLimit;
  onCall?: ((call: FinishedCall) => void) | undefined;
}

interface CallDescription {
  action: string;
  priority: Priority;
  signal?: AbortSignal | undefined;
  sendBeforeMillis?: number | undefined;
  /** Texts of the request that must not show up in an error. */
  secrets?: readonly string[];
}

interface SendInput<
  Input extends ServiceInputTypes,
  Output extends ServiceOutputTypes,
> extends CallDescription {
  command: $Command<Input, Output, LightsailClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>;
}

export type Send = <Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  input: SendInput<Input, Output>,
) => Promise<Output>;

/** What is known of a call while it is under way. */
interface CallState {
  sent: boolean;
  /** As the network or the service gave it: the SDK's retry step hands on some errors without their code. */
  lastError?: { error: unknown };
}

/** Sends commands: each request takes its turn in the rate limit, and what is thrown is classified here, once. */
export function createCallSender(sender: CallSenderInput): Send {
  return async (input) => {
    const { priority, command, signal } = input;
    const state: CallState = { sent: false };
    command.middlewareStack.addRelativeTo(
      aroundEachAttempt((send) => takingTurn({ sender, input, state, send })),
      // Inside the retry step, so that each attempt takes a turn; before the signature, which ages.
      { relation: 'after', toMiddleware: 'retryMiddleware', name: 'rateLimitMiddleware', override: true },
    );
    command.middlewareStack.add(
      aroundEachAttempt((send) => {
        assertStillWanted({ input, state });
        state.sent = true;
        return send();
      }),
      // The innermost step: credentials and signature are there, and the request goes out next.
      { step: 'deserialize', priority: 'low', name: 'sentMiddleware', override: true },
    );
    const client = priority === 'write' ? sender.clients.writes : sender.clients.reads;
    const send = () => client.send(command, { ...(signal === undefined ? {} : { abortSignal: signal }) });
    try {
      return await send().catch((error: unknown) => {
        if (priority !== 'write' || !isClockRefusal(state.lastError?.error)) throw error;
        return send();
      });
    } catch (error) {
      throw toThrown({ error, input, state });
    }
  };
}

function assertStillWanted({ input, state }: { input: CallDescription; state: CallState }): void {
  const { action, sendBeforeMillis } = input;
  if (sendBeforeMillis === undefined || Date.now() <= sendBeforeMillis) return;
  const message = 'it was not sent: its turn came too late to be answered for';
  const error = new LightsailError({ kind: 'unavailable', code: TOO_LATE_TO_SEND, action, message });
  state.lastError = { error };
  throw error;
}

function aroundEachAttempt(around: <Answer>(send: () => Promise<Answer>) => Promise<Answer>) {
  return <Request, Answer>(next: (request: Request) => Promise<Answer>) =>
    (request: Request): Promise<Answer> =>
      around(() => next(request));
}

interface TakingTurnInput<Answer> {
  sender: CallSenderInput;
  input: CallDescription;
  state: CallState;
  send: () => Promise<Answer>;
}

async function takingTurn<Answer>({ sender, input, state, send }: TakingTurnInput<Answer>): Promise<Answer> {
  const { action, priority, signal } = input;
  const { rateLimit, region, onCall } = sender;
  await rateLimit.takeTurn({ priority, signal }).catch((error: unknown) => {
    state.lastError = { error };
    throw error;
  });
  const startedAt = performance.now();
  let kind: FinishedCall['kind'] = 'ok';
  try {
    return await send();
  } catch (error) {
    state.lastError = { error };
    const thrown = toThrown({ error, input, state });
    kind = thrown instanceof AbortError ? 'aborted' : thrown.kind;
    throw error;
  } finally {
    if (kind === 'throttled') rateLimit.reportThrottle();
    else if (kind !== 'aborted') rateLimit.reportSuccess();
    onCall?.({ region, action, kind, seconds: (performance.now() - startedAt) / 1000 });
  }
}

interface ToThrownInput {
  error: unknown;
  input: CallDescription;
  state: CallState;
}

/** A create that is given up after it was sent may have happened: that is an outcome, not a mere abort. */
function toThrown({ error, input, state }: ToThrownInput): LightsailError | AbortError {
  const { action, signal, secrets = [] } = input;
  const mayHaveHappened = state.sent && action === CREATE_ACTION;
  if (signal?.aborted === true && !mayHaveHappened) return new AbortError(action, signal);
  return classifyError({ error: state.lastError?.error ?? error, action, sent: state.sent, secrets });
}
