import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  action: string;
  body: Record<string, unknown>;
  userAgent: string;
}

export type Answer = (response: ServerResponse) => void;

/** An HTTP server that answers the calls in order; the last answer is repeated. */
export async function startScriptedServer(answers: readonly Answer[]) {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void readCall(request).then((call) => {
      calls.push(call);
      (answers[Math.min(calls.length, answers.length) - 1] as Answer)(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    calls,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<ReceivedCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    action: String(request.headers['x-amz-target']).replace('Lightsail_20161128.', ''),
    body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
    userAgent: String(request.headers['user-agent']),
  };
}

export function ok(body: unknown): Answer {
  return (response) => {
    response.setHeader('x-amzn-requestid', 'request-1');
    response.end(JSON.stringify(body));
  };
}

export function fails({
  status = 400,
  date,
  ...body
}: {
  status?: number;
  date?: Date;
  [member: string]: unknown;
}): Answer {
  return (response) => {
    response.statusCode = status;
    response.setHeader('x-amzn-requestid', 'request-1');
    if (date !== undefined) response.setHeader('date', date.toUTCString());
    response.end(JSON.stringify(body));
  };
}

export const notJson: Answer = (response) => {
  response.statusCode = 503;
  response.end('<html>503 Service Unavailable</html>');
};
export const reset: Answer = (response) => response.socket?.destroy();
export const stall: Answer = () => undefined;
export const halfAnAnswer: Answer = (response) => {
  response.setHeader('content-length', '1000');
  response.write('{"operations": [');
};
