import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from '../engine/engine';
import { readBody } from '../wire/read-body';
import { getHealth } from './get-health';
import { getLedger } from './get-ledger';
import { getFaults } from './get-faults';
import { getSettings } from './get-settings';
import { getState } from './get-state';
import { postAdvance } from './post-advance';
import { problemResult } from './problem-result';
import { postReset } from './post-reset';
import { putFaults } from './put-faults';
import { putSettings } from './put-settings';
import { putWorld } from './put-world';

export const CONTROL_PREFIX = '/_simulator/';

/** A world of 100,000 instances is about 10 MB. */
const LONGEST_BODY_BYTES = 64 * 1024 * 1024;

export interface ControlInput {
  engine: Engine;
  query: URLSearchParams;
  /** Undefined where there was none. */
  body: unknown;
}

export interface ControlResult {
  status: number;
  contentType?: string;
  body: object | string;
}

type ControlHandler = (input: ControlInput) => ControlResult;

const HANDLERS: ReadonlyMap<string, ControlHandler> = new Map([
  ['GET health', getHealth],
  ['GET ledger', getLedger],
  ['GET state', getState],
  ['GET faults', getFaults],
  ['GET settings', getSettings],
  ['PUT faults', putFaults],
  ['PUT settings', putSettings],
  ['PUT world', putWorld],
  ['POST reset', postReset],
  ['POST advance', postAdvance],
]);

/** The control API. Its requests are not in the ledger. */
export async function handleControl(input: {
  engine: Engine;
  request: IncomingMessage;
  response: ServerResponse;
}): Promise<void> {
  const { engine, request, response } = input;
  const received = await readBody({ request, maxBytes: LONGEST_BODY_BYTES });
  const url = new URL(request.url ?? '/', 'http://simulator');
  const handler = HANDLERS.get(`${request.method} ${url.pathname.slice(CONTROL_PREFIX.length)}`);
  const result = answer({ engine, handler, query: url.searchParams, received });
  const body = typeof result.body === 'string' ? result.body : JSON.stringify(result.body);
  const contentType = ('contentType' in result && result.contentType) || 'application/json';
  response.writeHead(result.status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

interface AnswerInput extends Omit<ControlInput, 'body'> {
  handler: ControlHandler | undefined;
  /** Undefined where it is too large. */
  received: Buffer | undefined;
}

/** What is wrong with a body as such is told before anything is changed. */
function answer({ engine, handler, query, received }: AnswerInput): ControlResult {
  if (handler === undefined) {
    const problem = { path: '', message: `expected one of ${[...HANDLERS.keys()].join(', ')}` };
    return { ...problemResult([problem]), status: 404 };
  }
  if (received === undefined) {
    const problem = { path: '', message: `expected at most ${LONGEST_BODY_BYTES} bytes` };
    return { ...problemResult([problem]), status: 413 };
  }
  const text = received.toString('utf8');
  if (text.trim() === '') return handler({ engine, query, body: undefined });
  let body: unknown;
  try {
    body = parseBody(text);
  } catch (error) {
    return problemResult([{ path: '', message: `expected JSON: ${(error as SyntaxError).message}` }]);
  }
  return handler({ engine, query, body });
}

/** A schema would pass over a member `__proto__` in silence; of a policy that is a condition less. */
function parseBody(text: string): unknown {
  if (!/__proto__|\\u/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (member, value: unknown) => {
    if (member === '__proto__') throw new SyntaxError('a member __proto__ means nothing here');
    return value;
  });
}
