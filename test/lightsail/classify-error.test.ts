import { LightsailServiceException } from '@aws-sdk/client-lightsail';
import { classifyError, operationErrorKind } from '../../src/lightsail/classify-error';
import { ERROR_TABLE } from '../../src/lightsail/error-table';

const CREATE = 'CreateInstancesFromSnapshot';

/** A text for each row that goes by the text: as seen in public issues. */
const TEXTS = [
  'We currently do not have sufficient capacity (InsufficientInstanceCapacity)',
  'Some names are already in use: web-1',
  'Your account is pending verification',
  "Sorry, you've reached the maximum number of instances for your account.",
];

function exception(name: string, message = 'as AWS says it', fault: 'client' | 'server' = 'client') {
  return new LightsailServiceException({
    name,
    message,
    $fault: fault,
    $metadata: { requestId: 'request-1' },
  });
}

describe.each(ERROR_TABLE.map((row) => ({ title: row.names?.join(', ') ?? String(row.text), row })))(
  '$title',
  ({ row }) => {
    const text =
      row.text === undefined ? 'as AWS says it' : TEXTS.find((candidate) => row.text?.test(candidate));
    const onCreate = row.mayHaveHappened === true ? 'ambiguous' : row.kind;

    test.each(row.names ?? ['InvalidInputException'])(
      `as %s is ${row.kind}, on create ${onCreate}`,
      (name) => {
        expect(text).toBeDefined();
        const error = exception(name, text);
        expect(classifyError({ error, action: 'GetInstance' })).toMatchObject({
          kind: row.kind,
          requestId: 'request-1',
        });
        expect(classifyError({ error, action: CREATE }).kind).toBe(onCreate);
        expect(classifyError({ error, action: CREATE, sent: false }).kind).toBe(row.kind);
        const byCode = Object.assign(exception('InvalidInputException', text), { code: name });
        expect(classifyError({ error: byCode, action: 'GetInstance' })).toMatchObject({
          kind: row.kind,
          code: name,
        });
      },
    );
  },
);

test.each([
  ['IncompleteSignatureException', 'unauthenticated'],
  ['RequestExpiredException', 'unauthenticated'],
  ['OptInRequiredException', 'denied'],
  ['InternalFailureException', 'unavailable'],
  ['MalformedHttpRequest', 'invalid'],
])('%s is %s, though the documentation has the name with or without Exception', (name, kind) => {
  const error = exception(name);
  expect(classifyError({ error, action: 'GetInstance' })).toMatchObject({ kind, code: name });
});

test.each([
  ['an unknown exception that is the caller’s fault', exception('StrangeException'), 'invalid', 'invalid'],
  [
    'an unknown exception of the service',
    exception('StrangeException', 'x', 'server'),
    'unavailable',
    'ambiguous',
  ],
  ['an error of nobody', new Error('?'), 'unavailable', 'ambiguous'],
  ['a string', 'out of order', 'unavailable', 'ambiguous'],
  ['nothing', undefined, 'unavailable', 'ambiguous'],
])('%s has a kind too', (_, error, kind, onCreate) => {
  expect(classifyError({ error, action: 'DeleteInstance' }).kind).toBe(kind);
  expect(classifyError({ error, action: CREATE }).kind).toBe(onCreate);
});

test('a name that carries its namespace is known', () => {
  const error = { __type: 'com.amazonaws.lightsail#NotFoundException', message: 'x' };
  expect(classifyError({ error, action: 'GetDisk' })).toMatchObject({
    kind: 'not-found',
    code: 'NotFoundException',
  });
});

test('the message is bounded, hides secrets and is never empty', () => {
  const secret = 'canary-7d';
  const long = classifyError({
    error: exception('InvalidInputException', `${secret} `.repeat(500)),
    action: CREATE,
    secrets: [secret, ''],
  });
  expect(long.message.length).toBeLessThanOrEqual(501);
  expect(long.message).not.toContain(secret);
  expect(classifyError({ error: exception('ThrottlingException', ''), action: CREATE }).message).toBe(
    'calls come too fast',
  );
  expect(classifyError({ error: {}, action: CREATE })).toMatchObject({
    message: 'no reason was given',
    code: 'UnknownError',
  });
  expect(classifyError({ error: new SyntaxError("Unexpected token '<'"), action: CREATE }).message).toBe(
    'the answer is not JSON',
  );
});

test('an error is classified once', () => {
  const first = classifyError({ error: exception('ThrottlingException'), action: CREATE });
  expect(classifyError({ error: first, action: 'GetInstance' })).toBe(first);
});

test.each([
  ['InsufficientInstanceCapacity', 'There is no capacity', 'capacity'],
  ['ServiceFailure', 'InsufficientInstanceCapacity in us-east-1a', 'capacity'],
  ['LimitExceeded', "Sorry, you've reached the maximum number of instances for your account.", 'quota'],
  ['ServiceQuotaExceededException', undefined, 'quota'],
  ['NotFoundException', 'the snapshot was deleted', 'operation-failed'],
  [undefined, undefined, 'operation-failed'],
])('a failed operation with code %s and details %s is %s', (errorCode, errorDetails, kind) => {
  expect(operationErrorKind({ errorCode, errorDetails })).toBe(kind);
});
