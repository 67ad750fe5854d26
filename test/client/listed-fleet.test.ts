import type { WorkflowExecutionInfo } from '@temporalio/client';
import { toListedFleet } from '../../src/client/listed-fleet';

test('a run that is paused goes on', () => {
  const info = {
    ...{ workflowId: 'nightly', runId: 'run-1', status: { name: 'PAUSED' } },
    ...{ typedSearchAttributes: new Map(), startTime: new Date('2026-11-25T02:00:00.000Z') },
  } as unknown as WorkflowExecutionInfo;
  expect(toListedFleet(info).status).toBe('running');
});
