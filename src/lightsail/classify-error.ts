import type { Operation } from '@aws-sdk/client-lightsail';
import type { ErrorKind } from './error-kind';
import { ERROR_TABLE, type ErrorRow } from './error-table';
import { LightsailError } from './lightsail-error';

/** The one call whose repeat may do harm: it has no client token (API reference). */
export const CREATE_ACTION = 'CreateInstancesFromSnapshot';

/** A message goes into history and onto terminals: what a service says can be of any length. */
const MAX_MESSAGE_LENGTH = 500;

export interface ClassifyErrorInput {
  error: unknown;
  /** Lightsail's operation: `CreateInstancesFromSnapshot`. */
  action: string;
  /** False when it is certain that no byte of the request left this process. */
  sent?: boolean;
  /** Texts of the request that must not show up in the message, such as user data. */
  secrets?: readonly string[];
}

/** Turns whatever a call threw into the one error that the rest of the code knows. */
export function classifyError({
  error,
  action,
  sent = true,
  secrets = [],
}: ClassifyErrorInput): LightsailError {
  if (error instanceof LightsailError) return error;
  const names = namesOf(error);
  const text = textOf(error);
  const row = findRow({ names, text });
  const { kind, mayHaveHappened } = row ?? unlisted(error);
  return new LightsailError({
    kind: mayHaveHappened === true && sent && action === CREATE_ACTION ? 'ambiguous' : kind,
    code:
      names.find((name) => row?.names !== undefined && isAmong({ name, names: row.names })) ??
      names[0] ??
      'UnknownError',
    action,
    message: toMessage({ text, row, names, secrets }),
    requestId: requestIdOf(error),
  });
}

/** What kind of failure a failed operation's `errorCode` and `errorDetails` tell of. */
export function operationErrorKind({
  errorCode,
  errorDetails,
}: Pick<Operation, 'errorCode' | 'errorDetails'>): ErrorKind {
  const names = errorCode === undefined ? [] : [errorCode];
  const text = `${errorCode ?? ''} ${errorDetails ?? ''}`;
  const kind = findRow({ names, text })?.kind;
  return kind === 'capacity' || kind === 'quota' ? kind : 'operation-failed';
}

/** The first row for the most telling name that has one. A row that goes by the text alone needs no name. */
function findRow({ names, text }: { names: readonly string[]; text: string }): ErrorRow | undefined {
  for (const name of [...names, '']) {
    const row = ERROR_TABLE.find(
      (candidate) =>
        (candidate.names === undefined || isAmong({ name, names: candidate.names })) &&
        candidate.text?.test(text) !== false,
    );
    if (row !== undefined) return row;
  }
  return undefined;
}

/** Of AWS's common errors some bear `Exception` at the end on the wire and none in the documentation, or the reverse. */
function isAmong({ name, names }: { name: string; names: readonly string[] }): boolean {
  return names.some((candidate) => bare(candidate) === bare(name));
}

function bare(name: string): string {
  return name.replace(/Exception$/, '');
}

/**
 * The SDK knows no exception of this name, or it is no answer at all. What the service calls the caller's fault
 * stays the caller's fault; of anything else it is unknown whether it was carried out.
 */
function unlisted(error: unknown): Pick<ErrorRow, 'kind' | 'mayHaveHappened'> {
  if (memberOf(error, '$fault') === 'client') return { kind: 'invalid' };
  return { kind: 'unavailable', mayHaveHappened: true };
}

/** `code` first: within an InvalidInputException it is the code that tells what was wrong. */
function namesOf(error: unknown): string[] {
  return ['code', 'Code', 'name', '__type']
    .map((member) => memberOf(error, member))
    .filter((name) => typeof name === 'string' && name !== '' && name !== 'Error')
    .map((name) => String(name).replace(/^.*#/, ''));
}

function textOf(error: unknown): string {
  const text = memberOf(error, 'message');
  return typeof text === 'string' ? text : typeof error === 'string' ? error : '';
}

function requestIdOf(error: unknown): string | undefined {
  const requestId = memberOf(memberOf(error, '$metadata'), 'requestId');
  return typeof requestId === 'string' ? requestId : undefined;
}

interface MessageInput {
  text: string;
  row: ErrorRow | undefined;
  names: readonly string[];
  secrets: readonly string[];
}

function toMessage({ text, row, names, secrets }: MessageInput): string {
  // The SDK's message on such an answer quotes the answer and speaks of hidden fields of its own.
  if (row !== undefined && (text === '' || names.includes('SyntaxError'))) return row.meaning;
  const shown = secrets
    .filter((secret) => secret !== '')
    .reduce((message, secret) => message.replaceAll(secret, '(hidden)'), text.trim());
  if (shown === '') return 'no reason was given';
  return shown.length > MAX_MESSAGE_LENGTH ? `${shown.slice(0, MAX_MESSAGE_LENGTH)}…` : shown;
}

function memberOf(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[member];
}
