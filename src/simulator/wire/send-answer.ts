import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { trueTimeMillis } from '../access/true-time';
import type { CallAnswer } from '../engine/call';
import type { Settings } from '../settings';

export interface SendAnswerInput {
  response: ServerResponse;
  answer: CallAnswer;
  settings: Pick<Settings, 'errorTypeHeader' | 'clockSkewSeconds'>;
}

/**
 * Writes an answer as AWS does: uncompressed, with a request id, and with the true time in `Date`, as one that
 * runs with the virtual clock would make the SDK shift its signatures.
 */
export function sendAnswer({ response, answer, settings }: SendAnswerInput): void {
  if (response.destroyed) return;
  const type =
    answer.errorType === null || !settings.errorTypeHeader ? {} : { 'x-amzn-errortype': answer.errorType };
  // Encoded once: node:http would measure a text and then encode it again.
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    date: new Date(trueTimeMillis(settings)).toUTCString(),
    'content-length': body.length,
    'x-amzn-requestid': randomUUID(),
    ...type,
  });
  response.end(body);
}
