import { FleetFailedError, InvalidRequestError, type FleetFailedType } from '../../src/client';
import { exitCodeOf, exitCodeOfLostOutput } from '../../src/cli/exit-codes';
import { UsageError } from '../../src/cli/usage-error';

const failed = (type: FleetFailedType) => new FleetFailedError({ type, message: 'x' });

test.each([
  ['a request that breaks the schema', new InvalidRequestError([]), 2],
  ['a request that the account refuses', failed('PreflightFailed'), 2],
  ['a failed run that was rolled back', failed('OperationFailed'), 1],
  ['a name in use at the create', failed('NameInUse'), 1],
  ['a rollback that left something', failed('RollbackIncomplete'), 3],
  ['a terminated run, which had no rollback', failed('Terminated'), 3],
  ['a wrong flag', new UsageError('x'), 2],
  ['anything else', new Error('x'), 1],
])('%s ends with its exit code', (_, error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});

test('output that is lost is neither a fleet that stands nor one that was rolled back', () => {
  expect([{ code: 'EPIPE' }, { code: 'ENOSPC' }, {}].map(exitCodeOfLostOutput)).toEqual([141, 4, 4]);
});
