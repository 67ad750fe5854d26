import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { CONTROL_PREFIX, handleControl } from '../control/handle-control';
import type { DueTimer } from '../engine/due-timer';
import type { Engine } from '../engine/engine';
import { errorAnswer } from '../engine/answer';
import { AwsError } from '../errors/aws-error';
import type { OnCall, SimulatorLogger } from '../simulator-options';
import type { DelayedWork } from './delayed-work';
import { handleRequest } from './handle-request';
import { sendAnswer } from './send-answer';

/** Longer than clients keep idle connections, so that it is never we who close one just as it is used. */
const KEEP_ALIVE_MILLIS = 75_000;

export interface ServerParts {
  engine: Engine;
  delayed: DelayedWork;
  timer: DueTimer;
  onCall: OnCall | undefined;
  logger: SimulatorLogger | undefined;
}

export function createSimulatorServer(parts: ServerParts): Server {
  const server = createServer((request, response) => {
    serve({ parts, request, response })
      .catch((error: unknown) => fail({ parts, request, response, error }))
      .finally(() => parts.timer.reschedule());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MILLIS;
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

interface Exchange {
  parts: ServerParts;
  request: IncomingMessage;
  response: ServerResponse;
}

async function serve({ parts, request, response }: Exchange): Promise<void> {
  if (request.url?.startsWith(CONTROL_PREFIX)) await handleControl({ ...parts, request, response });
  else await handleRequest({ ...parts, request, response });
}

/** A client that went away is no news; anything else that gets here is a fault of ours, and is logged as one. */
function fail({ parts, request, response, error }: Exchange & { error: unknown }): void {
  if (request.socket.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  parts.logger?.error({ err: error, url: request.url }, 'simulator failed');
  const failure = new AwsError({ type: 'InternalFailure', message: 'The simulator failed. See its log.' });
  sendAnswer({ response, answer: errorAnswer(failure), settings: parts.engine.state.settings });
}
