import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from '../engine/engine';
import { readBody } from '../wire/read-body';
import { getHealth } from './get-health';
import { getLedger } from './get-ledger';
import { getFaults } from './get-faults';
import { getSettings } from './get-settings';
import { getState } from './get-state';
import { postAdvance } from './post-advance';
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
  /** Undefined where there was none, or it is no JSON: a schema says so. */
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
  const text = received?.toString('utf8');
  const url = new URL(request.url ?? '/', 'http://simulator');
  const handler = HANDLERS.get(`${request.method} ${url.pathname.slice(CONTROL_PREFIX.length)}`);
  const result =
    handler === undefined
      ? {
          status: 404,
          body: { problems: [{ path: '', message: `expected one of ${[...HANDLERS.keys()].join(', ')}` }] },
        }
      : handler({ engine, query: url.searchParams, body: parse(text) });
  const body = typeof result.body === 'string' ? result.body : JSON.stringify(result.body);
  const contentType = ('contentType' in result && result.contentType) || 'application/json';
  response.writeHead(result.status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function parse(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
