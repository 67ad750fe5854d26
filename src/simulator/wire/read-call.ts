import type { IncomingMessage } from 'node:http';
import { authenticate } from '../access/authenticate';
import type { Credential } from '../access/credential-schema';
import type { Call } from '../engine/call';
import { AwsError } from '../errors/aws-error';
import { parseJson } from './parse-json';
import { readAuthorization } from './read-authorization';
import { readBody } from './read-body';

const TARGET_PREFIX = 'Lightsail_20161128.';
const CONTENT_TYPE = 'application/x-amz-json-1.1';
/** 1 MB: user data, names, tags and disks of the largest request that is allowed are a tenth of it. */
const LONGEST_BODY_BYTES = 1_048_576;
const LONGEST_ACTION_CHARACTERS = 100;

export interface ReadCallInput {
  request: IncomingMessage;
  /** Asked for when the body is there, as of then: `PUT world` may have come in between. */
  access: () => { credentials: readonly Credential[] | undefined; nowMillis: number };
}

/** Reads a call off the wire. What is wrong with it becomes its `refusal`, so that the ledger tells of it too. */
export async function readCall({ request, access }: ReadCallInput): Promise<Call> {
  const body = await readBody({ request, maxBytes: LONGEST_BODY_BYTES });
  const target = headerOf(request, 'x-amz-target') ?? '';
  const action = target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : '';
  const call: Call = {
    action: action.slice(0, LONGEST_ACTION_CHARACTERS),
    region: null,
    accessKeyId: null,
    request: undefined,
    requestText: undefined,
  };
  try {
    if (body === undefined) throw tooLarge();
    if (action === '' || request.method !== 'POST' || !isAwsJson(headerOf(request, 'content-type')))
      throw unknown();
    const authorization = readAuthorization(headerOf(request, 'authorization'));
    call.region = authorization.region;
    call.accessKeyId = authorization.accessKeyId;
    const { method, url = '/', headers } = request;
    await authenticate({ ...access(), authorization, received: { method, url, headers, body } });
    const text = body.toString('utf8');
    call.request = parseJson(text);
    call.requestText = text.trim() === '' ? '{}' : text;
    return call;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { ...call, refusal: error };
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function isAwsJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === CONTENT_TYPE;
}

function unknown(): AwsError {
  return new AwsError({ type: 'UnknownOperationException', message: 'The operation is not known.' });
}

function tooLarge(): AwsError {
  const message = `The request body is larger than ${LONGEST_BODY_BYTES} bytes.`;
  return new AwsError({ type: 'RequestEntityTooLargeException', message });
}
