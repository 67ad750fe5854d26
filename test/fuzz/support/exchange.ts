import { connect } from 'node:net';
import { request as startRequest } from 'node:http';
import { signRequest } from '../../support/sign-request';

export interface Exchange {
  url: string;
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  text: string;
  millis: number;
}

/** An answer that takes longer is a hang, also on a busy machine: a call takes a millisecond, the longest body seconds. */
export const ANSWER_LIMIT_MILLIS = 20_000;
const LONGEST_ERROR_BYTES = 4_096;

/** One request on a connection of its own. Fails where no answer comes in time. */
export function exchange({
  url,
  method = 'POST',
  path = '/',
  headers = {},
  body = '',
}: Exchange): Promise<Answer> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = startRequest(url, { method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, text, millis: performance.now() - startedAt });
      });
    });
    request.setTimeout(ANSWER_LIMIT_MILLIS, () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}

/** A call as a client signs it, whatever its body. */
export function call({
  url,
  action,
  body,
}: {
  url: string;
  action: string;
  body: string | Buffer;
}): Promise<Answer> {
  return exchange({ url, headers: signRequest({ url, action, body }), body });
}

/** Bytes on a socket that is then left open, ended, or torn down; resolves with what came back before it closed. */
export function sendBytes(input: {
  url: string;
  bytes: string | Buffer;
  then: 'end' | 'destroy';
}): Promise<string> {
  const { hostname, port } = new URL(input.url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(input.bytes, () => (input.then === 'end' ? socket.end() : socket.destroy()));
    });
    socket.setTimeout(ANSWER_LIMIT_MILLIS, () => socket.destroy());
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));
    // A reset is what a torn connection is; what counts is that the next client is served.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

/** No fault of ours, in time, and short where it is an error. */
export function expectFair({ status, text, millis }: Answer): void {
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  expect(millis).toBeLessThan(ANSWER_LIMIT_MILLIS);
  if (status !== 200) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LONGEST_ERROR_BYTES);
}

/** What everybody could ask before is answered as it was. */
export async function expectAlive(url: string): Promise<void> {
  const answer = await call({ url, action: 'GetInstance', body: '{"instanceName":"somebody-elses"}' });
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"name":"somebody-elses"')]);
}
