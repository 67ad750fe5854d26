import { ERROR_CASES } from '../e2e/error-cases';
import { readCreateErrors, readShapes } from '../support/sdk-model';
import type { Cover } from './covers';
import { code, table } from './markdown';

/** https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/CommonErrors.html, with AWS's newer common list. */
const COMMON_ERRORS = [
  ...['AccessDenied', 'ExpiredTokenException', 'IncompleteSignature', 'InternalFailure', 'InvalidAction'],
  ...['InvalidClientTokenId', 'MalformedHttpRequestException', 'NotAuthorized', 'OptInRequired'],
  ...['RequestAbortedException', 'RequestEntityTooLargeException', 'RequestExpired'],
  ...['RequestTimeoutException', 'ServiceUnavailable', 'ThrottlingException', 'UnknownOperationException'],
  ...['UnrecognizedClientException', 'ValidationError'],
];

/** What of CreateInstancesFromSnapshot there is to exercise. */
interface Row {
  subject: string;
  name: string;
  type: string;
}

interface Sections {
  request: Row[];
  fleet: Row[];
  operation: Row[];
  errors: Row[];
  commonErrors: Row[];
}

function readSections(): Sections {
  const shapes = readShapes(['CreateInstancesFromSnapshotRequest', 'Operation']);
  const row = (kind: string, name: string, type: string): Row => ({ subject: `${kind}.${name}`, name, type });
  return {
    request: shapes.CreateInstancesFromSnapshotRequest.map(({ path, type }) => row('request', path, type)),
    fleet: ['nameTemplate', 'count', 'userDataFile'].map((name) => row('request', `fleet.${name}`, 'ours')),
    // Operations tell of every kind of resource; the values of their enums are not those of this request.
    operation: shapes.Operation.filter(({ path }) => !path.includes('=')).map(({ path, type }) =>
      row('operation', path, type),
    ),
    errors: readCreateErrors().map((name) => row('error', name, 'modelled')),
    commonErrors: COMMON_ERRORS.map((name) => row('error', name, 'common')),
  };
}

export interface ApiCoverage {
  text: string;
  /** Subjects without a test. */
  uncovered: string[];
  /** Subjects that tests name and the API does not have. */
  unknown: string[];
}

/** docs/api-coverage.md, whole, from the SDK's types and the tests. */
export function renderApiCoverage(covers: readonly Cover[]): ApiCoverage {
  const sections = readSections();
  const rows = Object.values(sections).flat() as Row[];
  const subjects = new Set(rows.map(({ subject }) => subject));
  const covered = new Set(covers.map(({ subject }) => subject));
  const listed = (list: Row[], head: string) =>
    table(
      [head, 'Type', 'Exercised end to end by'],
      list.map(({ subject, name, type }) => [code(name), code(type), testsOf({ covers, subject })]),
    );
  const text = `# What of the API is exercised, and where

Made by \`npm run docs\` from the types of @aws-sdk/client-lightsail and the tests; do not edit. Each test runs a fleet on a real Temporal server, through the AWS SDK over HTTP, against the simulator. CI fails when a row has no test, and when a member or an error that the SDK knows has no row.

## CreateInstancesFromSnapshotRequest

\`a.b\` is member \`b\` of \`a\`, or of each of what \`a\` holds; \`a=b\` is value \`b\` of an enum.

${listed(sections.request, 'Member')}

Ours, in place of members of AWS:

${listed(sections.fleet, 'Member')}

## Operation

Carried into progress and history as AWS answered it.

${listed(sections.operation, 'Member')}

## Errors of CreateInstancesFromSnapshot

What each means and what follows from it is in [errors.md](errors.md).

${listed(sections.errors, 'Error')}

Common errors of AWS:

${listed(sections.commonErrors, 'Error')}
`;
  return {
    text,
    uncovered: [...subjects].filter((subject) => !covered.has(subject)),
    unknown: [...covered].filter((subject) => !subjects.has(subject)),
  };
}

function testsOf({ covers, subject }: { covers: readonly Cover[]; subject: string }): string {
  const values = titleValues(subject);
  const fill = (title: string) => title.replace(/\$(\w+)/g, (_, name: string) => values.get(name) ?? '…');
  return covers
    .filter((cover) => cover.subject === subject)
    .map(({ file, title }) => `[${file.replace(/^.*\//, '')}](../${file}): ${fill(title)}`)
    .join('; ');
}

/** What stands in a title of `it.each` for this subject: `$error: the fleet ends as $outcome`, `$ipAddressType`. */
function titleValues(subject: string): Map<string, string> {
  const [, member = '', value = ''] = /^request\.(\w+)=(\w+)$/.exec(subject) ?? [];
  const error = subject.replace(/^error\./, '');
  const outcome = ERROR_CASES.find((one) => one.error === error)?.endsAs ?? 'ready';
  return new Map([
    [member, value],
    ['error', error],
    ['outcome', outcome],
  ]);
}
