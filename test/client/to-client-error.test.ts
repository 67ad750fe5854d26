import { WorkflowFailedError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  RetryState,
  TerminatedFailure,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/common';
import { toClientError } from '../../src/client/to-client-error';

const map = (error: unknown) => toClientError(error, { fleetId: 'f1' });
const failed = (cause: Error) =>
  new WorkflowFailedError('Workflow execution failed', cause, RetryState.NON_RETRYABLE_FAILURE);
const application = (type: string) =>
  ApplicationFailure.create({ type, message: '1 of 6 failed', details: [{ fleetId: 'f1' }] });

test('a failed run is a FleetFailedError with the public type, message and details', () => {
  expect(map(failed(application('OperationFailed')))).toMatchObject({
    name: 'FleetFailedError',
    type: 'OperationFailed',
    message: '1 of 6 failed',
    details: { fleetId: 'f1' },
  });
});

test('the public failure is found under Temporal’s wrappers', () => {
  const wrapped = new ActivityFailure(
    'Activity task failed',
    'planFleet',
    'plan',
    RetryState.NON_RETRYABLE_FAILURE,
    'w',
    application('PreflightFailed'),
  );
  expect(map(new WorkflowUpdateFailedError('Workflow Update failed', wrapped))).toMatchObject({
    type: 'PreflightFailed',
  });
});

test('a failure of no public type is Unknown, with its message', () => {
  expect(map(failed(application('TypeError')))).toMatchObject({ type: 'Unknown', message: '1 of 6 failed' });
});

test.each([
  ['a cancelled run', failed(new CancelledFailure('Workflow canceled')), 'FleetCancelledError'],
  ['an id that nobody knows', new WorkflowNotFoundError('x', 'f1', undefined), 'FleetNotFoundError'],
  [
    'an id of a finished fleet',
    new WorkflowExecutionAlreadyStartedError('x', 'f1', 'cloneFleet'),
    'FleetExistsError',
  ],
  [
    'a bare gRPC error',
    Object.assign(new Error('5 NOT_FOUND'), { code: 5, details: 'x' }),
    'TemporalCallError',
  ],
])('%s has an error of its own', (_, error, name) => {
  expect(map(error)).toHaveProperty('name', name);
});

test('a terminated run says that no rollback ran', () => {
  expect(map(failed(new TerminatedFailure('by hand')))).toMatchObject({
    type: 'Terminated',
    message: expect.stringContaining('no rollback ran') as unknown,
  });
});

test('anything else passes through', () => {
  const error = new Error('x');
  expect(map(error)).toBe(error);
});
