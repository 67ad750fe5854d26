import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { CallAnswer } from '../engine/call';

export interface SendAnswerInput {
  response: ServerResponse;
  answer: CallAnswer;
  /** Setting: whether the name of an error is in a header too. */
  errorTypeHeader: boolean;
}

/**
 * Writes an answer as AWS does: uncompressed, with a request id, and with the true time in `Date` (node:http sets
 * it), as a `Date` that runs with the virtual clock would make the SDK shift its signatures.
 */
export function sendAnswer({ response, answer, errorTypeHeader }: SendAnswerInput): void {
  if (response.destroyed) return;
  const type = answer.errorType === null || !errorTypeHeader ? {} : { 'x-amzn-errortype': answer.errorType };
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    'x-amzn-requestid': randomUUID(),
    ...type,
  });
  response.end(answer.body);
}
