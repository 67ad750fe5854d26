import { failureTypeOfKind } from '../../src/activities/fleet-errors';
import { exitCodeOfFailure } from '../../src/cli/exit-codes';
import { FAILURE_MEANINGS, FAILURE_TYPES } from '../../src/contract/failures';
import { ERROR_KINDS, ERROR_POLICIES, type ErrorKind } from '../../src/lightsail/error-kind';
import { ERROR_TABLE, type ErrorRow } from '../../src/lightsail/error-table';
import { code, table } from './markdown';

/** docs/errors.md, whole, from the tables that the product itself goes by. */
export function renderErrors(): string {
  return `# Errors

Made by \`npm run docs\` from \`src/lightsail/error-table.ts\`, \`src/lightsail/error-kind.ts\` and \`src/contract/failures.ts\`; do not edit.

An error of Lightsail, or of the way to it, is classified once, where it enters: by its name, or by the \`code\` inside it, never by its HTTP status. All that follows goes by the kind: whether and how fast the call is repeated, what type of failure a run ends with, and what a person is told to do.

## Failures of a run

\`type\` of the failure, as a client of Temporal, the Temporal UI and \`--json\` show it. Nothing that the run made is left, but for two cases that name each thing in \`details.survivors\`: RollbackIncomplete, and a run that was asked to keep what it made (\`fleet.onFailure: keep\`). Both end the command with 3; [left-behind.md](left-behind.md) says what to do then. \`deleteFleet\` fails as RollbackIncomplete, too, where something is left or a Region could not be read.

${table(
  ['Failure type', 'What it tells', 'Exit code'],
  FAILURE_TYPES.map((type) => [code(type), FAILURE_MEANINGS[type], String(exitCodeOfFailure({ type }))]),
)}

DeadlineExceeded because Lightsail was out of reach ends the command with 4.

## Kinds of error

"Repeated" is with exponential backoff and full jitter: the first delay is up to the first figure, later ones up to the second. "For" is how long it is worth going on; \`fleet.limits\` may end it sooner. "In a rollback": a create, a plan or a deletion by hand ends at once by it, but a rollback goes on, as the credentials may come back.

${table(
  ['Kind', 'Repeated', 'For', 'Failure type', 'What to do'],
  ERROR_KINDS.map((kind) => [code(kind), ...describePolicy(kind)]),
)}

\`ambiguous\`: CreateInstancesFromSnapshot is not idempotent, so whatever may have happened is looked up by name and owner tag before anything is created again.

## Errors of Lightsail, of AWS, and of the network

The first row that matches counts; an \`Exception\` at the end of a name makes no difference. An error that no row names is \`invalid\` if AWS calls it the client's fault, and \`unavailable\` otherwise. A failed *operation* is \`capacity\` or \`quota\` by the same rows, else \`operation-failed\`.

${table(
  ['Error', 'What it says', 'Kind', 'Kind of a create'],
  ERROR_TABLE.map((row) => [describeMatch(row), row.meaning, code(row.kind), code(kindOfCreate(row))]),
)}
`;
}

function describePolicy(kind: ErrorKind): string[] {
  const { retried, repeatedByUndo, firstDelaySeconds, maxDelaySeconds, forMinutes, advice } =
    ERROR_POLICIES[kind];
  const delays = `${String(firstDelaySeconds)} s to ${String(maxDelaySeconds)} s`;
  const undoOnly = repeatedByUndo === true;
  return [
    retried ? delays : undoOnly ? `in a rollback, ${delays}` : 'no',
    retried ? `${String(forMinutes)} min` : undoOnly ? code('fleet.limits.rollbackMinutes') : '',
    code(failureTypeOfKind(kind)),
    advice,
  ];
}

function describeMatch({ names = [], text }: ErrorRow): string {
  const texts = text === undefined ? [] : [`a text like ${code(text.source)}`];
  return [...names.map(code), ...texts].join(', ');
}

function kindOfCreate({ kind, mayHaveHappened }: ErrorRow): ErrorKind {
  return mayHaveHappened === true ? 'ambiguous' : kind;
}
