import { asWorkersConcern } from '../../../src/cli/doctor/as-workers-concern';
import type { AwsFindings } from '../../../src/cli/doctor/aws-findings';
import { checkAwsAccount } from '../../../src/cli/doctor/check-aws-account';
import { checkAwsAnswer } from '../../../src/cli/doctor/check-aws-answer';
import { checkAwsCredentials } from '../../../src/cli/doctor/check-aws-credentials';
import { checkAwsEndpoint } from '../../../src/cli/doctor/check-aws-endpoint';
import { checkAwsPermissions } from '../../../src/cli/doctor/check-aws-permissions';
import { checkClock } from '../../../src/cli/doctor/check-clock';
import { credentialKind } from '../../../src/cli/doctor/credential-kind';
import type { ErrorKind } from '../../../src/lightsail/error-kind';
import { LightsailError } from '../../../src/lightsail/lightsail-error';

const fine: AwsFindings = {
  region: 'us-east-1',
  endpoint: 'https://lightsail.us-east-1.amazonaws.com',
  credentials: { kind: 'a key' },
  failures: [],
  readCount: 9,
  arn: 'arn:aws:lightsail:us-east-1:123456789012:Instance/x',
  clock: { serverMillis: 0, localMillis: 0 },
};
const none: AwsFindings = { ...fine, credentials: { problem: 'none' }, arn: undefined, clock: undefined };

function failed(kind: ErrorKind, action = 'GetRegions'): LightsailError {
  return new LightsailError({ kind, code: `${kind}Exception`, action, message: 'no' });
}

test('all is fine', () => {
  for (const check of [
    checkAwsEndpoint,
    checkAwsCredentials,
    checkAwsAnswer,
    checkAwsPermissions,
    checkClock,
  ])
    expect(check(fine)).toMatchObject({ status: 'ok' });
  expect(checkAwsAccount(fine)).toMatchObject({
    status: 'ok',
    message: expect.stringContaining('123456789012'),
  });
});

test('without credentials that is what is wrong, and nothing else', () => {
  expect(checkAwsCredentials(none)).toMatchObject({ status: 'wrong', fault: 'configuration' });
  for (const check of [checkAwsAnswer, checkAwsPermissions, checkAwsAccount, checkClock])
    expect(check(none)).toMatchObject({ status: 'skipped' });
});

test('where no worker runs, missing credentials are passed over, and the rest is a warning', () => {
  expect(asWorkersConcern(checkAwsCredentials(none))).toMatchObject({
    status: 'skipped',
    mend: expect.stringContaining('doctor --worker'),
  });
  const refused = checkAwsAnswer({ ...fine, refusal: failed('unauthenticated') });
  expect(asWorkersConcern(refused)).toMatchObject({ status: 'warning' });
});

test.each<[ErrorKind, string]>([
  ['unauthenticated', 'configuration'],
  ['unavailable', 'unreachable'],
  ['throttled', 'unreachable'],
])('a first call that ends as %s is a fault of %s, and the rest cannot be told', (kind, fault) => {
  const findings = { ...fine, refusal: failed(kind), arn: undefined };
  expect(checkAwsAnswer(findings)).toMatchObject({ status: 'wrong', fault });
  expect(checkAwsPermissions(findings)).toMatchObject({ status: 'skipped' });
});

test('every denied read is named, the first one too, which shows that the credentials are known', () => {
  const findings = {
    ...fine,
    refusal: failed('denied'),
    failures: [failed('denied', 'GetDisks'), failed('unavailable', 'GetBundles')],
  };
  expect(checkAwsAnswer(findings)).toMatchObject({ status: 'ok' });
  expect(checkAwsPermissions(findings)).toMatchObject({
    status: 'wrong',
    fault: 'configuration',
    message: 'denied: lightsail:GetRegions, lightsail:GetDisks',
  });
});

test('an account that nothing tells is a warning', () => {
  expect(checkAwsAccount({ ...fine, arn: undefined })).toMatchObject({ status: 'warning' });
});

test.each([
  [0, 'ok'],
  [59, 'ok'],
  [-61, 'warning'],
  [299, 'warning'],
  [301, 'wrong'],
  [-3600, 'wrong'],
])('a clock that is %s s ahead is %s', (seconds, status) => {
  const clock = { serverMillis: 1_000_000_000, localMillis: 1_000_000_000 + seconds * 1000 };
  expect(checkClock({ clock })).toMatchObject({ status });
});

test('credentials are told by kind', () => {
  const kind = (feature: string, isTemporary = false) =>
    credentialKind({ source: { [feature]: 'x' }, env: { AWS_PROFILE: 'ops' }, isTemporary });
  expect(kind('CREDENTIALS_PROFILE')).toBe('a key in the AWS profile "ops"');
  expect(kind('CREDENTIALS_ENV_VARS', true)).toBe('AWS_ACCESS_KEY_ID of the environment, temporary');
  expect(kind('SOMETHING_NEW')).toBe('found by the AWS SDK');
});
