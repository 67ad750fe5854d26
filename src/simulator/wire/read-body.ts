import type { IncomingMessage } from 'node:http';

export interface ReadBodyInput {
  request: IncomingMessage;
  maxBytes: number;
}

/** Time for a client to send its body; a slower one is cut off, so that it cannot hold memory for ever. */
const BODY_TIMEOUT_MILLIS = 30_000;

/** The body; undefined where it is longer than allowed (the rest of it is read and dropped). */
export function readBody({ request, maxBytes }: ReadBodyInput): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(
      () => request.destroy(new Error('the body did not come in time')),
      BODY_TIMEOUT_MILLIS,
    );
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks = [];
    });
    request.on('end', () => {
      clearTimeout(timer);
      resolve(size > maxBytes ? undefined : Buffer.concat(chunks));
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.on('close', () => {
      clearTimeout(timer);
      reject(new Error('the client went away'));
    });
  });
}
