import type { IncomingMessage, ServerResponse } from 'node:http';
import { trueTimeMillis } from '../access/true-time';
import type { CallAnswer } from '../engine/call';
import type { Engine } from '../engine/engine';
import type { OnCall } from '../simulator-options';
import type { DelayedWork } from './delayed-work';
import { readCall } from './read-call';
import { sendAnswer } from './send-answer';

export interface HandleRequestInput {
  engine: Engine;
  delayed: DelayedWork;
  onCall: OnCall | undefined;
  request: IncomingMessage;
  response: ServerResponse;
}

/** One call, from the bytes that came to those that go, if any do. */
export async function handleRequest(input: HandleRequestInput): Promise<void> {
  const { engine, onCall, request } = input;
  const access = () => ({
    credentials: engine.state.world.credentials,
    nowMillis: trueTimeMillis(engine.state.settings),
  });
  const call = await readCall({ request, access });
  const noticed = {
    action: call.action,
    region: call.region,
    accessKeyId: call.accessKeyId,
    request: call.request,
  };
  if ((await onCall?.({ phase: 'received', ...noticed })) === 'drop') {
    request.socket.resetAndDestroy();
    return;
  }
  const { answer, seq } = engine.call(call);
  await onCall?.({ phase: 'recorded', ...noticed, seq });
  deliver({ ...input, answer });
}

function deliver({
  engine,
  delayed,
  request,
  response,
  answer,
}: HandleRequestInput & { answer: CallAnswer }): void {
  const { delivery } = answer;
  const { settings } = engine.state;
  if (delivery.kind === 'reset') {
    // A RST instead of a FIN: the client sees ECONNRESET, as it does when a connection is really lost.
    request.socket.resetAndDestroy();
    return;
  }
  if (delivery.delayMillis === 0) {
    sendAnswer({ response, answer, settings });
    return;
  }
  // Virtual seconds; a clock that stands still lets them pass as real ones, or nobody would ever be answered.
  const speed = engine.state.clock.speed === 0 ? 1 : engine.state.clock.speed;
  delayed.after({
    millis: delivery.delayMillis / speed,
    run: () =>
      delivery.kind === 'stall' ? request.socket.destroy() : sendAnswer({ response, answer, settings }),
  });
}
