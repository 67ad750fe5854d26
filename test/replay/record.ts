import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { WorkflowFailedError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { version } from '../../package.json';
import { DEFAULT_TASK_QUEUE, WORKFLOW_TYPES } from '../../src/contract/names';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { fleetRequest } from '../support/fleet-request';
import type { Person } from '../support/person';
import { startFleet } from '../support/run-fleet';
import { runRemoval } from '../support/run-removal';
import type { Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';
import { WITH_DISKS } from '../support/with-disks';
import { RECORDED_CLONES } from './clones';
import { RECORDED_PLANS, RECORDED_REMOVALS } from './removals';
import { RECORDED_ROTATIONS } from './rotations';

/**
 * Records one history of each outcome for this version. Run it once, when a version is released:
 * `npm test -- --testMatch '**\/test/replay/record.ts'`. Never over a version that is out.
 */
const FOLDER = join(__dirname, 'histories', version);

/** The least of `rollbackMinutes` and `operationMinutes` is one. */
const LIMIT_MILLIS = 120_000;

let stack: Stack;
let person: Person;

useWorld({
  prepare: (world) => {
    ({ stack, person } = world);
    mkdirSync(FOLDER, { recursive: true });
  },
});

afterEach(async () => {
  await stack.control.reset();
});

it.each(RECORDED_CLONES)(
  'records $name',
  async ({ name, faults = [], input = fleetRequest(), during, endsAs }) => {
    await stack.control.putFaults(faults);
    const fleet = await startFleet(stack, input, `replay-${name}`);
    await during?.({ fleet, stack, person });
    expect(await fleet.outcome()).toMatchObject(endsAs);
    await writeHistory(name, fleet.id);
  },
  LIMIT_MILLIS,
);

it.each(RECORDED_REMOVALS)(
  'records $name',
  async ({ name, workflowType, faults = [], input, fleetRuns = false, endsAs }) => {
    const names = ['web-01', 'web-02'];
    if (fleetRuns) await stack.control.putFaults([{ name: 'web-02', effect: 'operation-stuck' }]);
    const request = fleetRequest({ ...WITH_DISKS, bundleId: 'small_3_0', names });
    const fleet = await startFleet(stack, request, `replay-of-${name}`);
    await fleet.reached('waiting');
    if (!fleetRuns) await stack.client.workflow.getHandle(fleet.id).terminate('as an operator does');
    if (faults.length > 0) await stack.control.putFaults(faults);
    const own = workflowType === 'deleteFleet' ? { fleetId: fleet.id, ...input } : input;
    const removal = await runRemoval(stack, workflowType, own);
    expect(removal.outcome).toMatchObject(endsAs);
    await writeHistory(name, removal.workflowId);
    if (!fleetRuns) return;
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
  },
  LIMIT_MILLIS,
);

it.each(RECORDED_PLANS)('records $name', async ({ name, input, failsAs }) => {
  const workflowId = `replay-${name}`;
  const ended = stack.client.workflow.execute(WORKFLOW_TYPES.planFleet, {
    ...{ workflowId, taskQueue: DEFAULT_TASK_QUEUE, args: [input] },
  });
  if (failsAs === undefined) expect(await ended).toMatchObject({ fleetId: workflowId, instanceCount: 1 });
  else {
    const error: unknown = await ended.catch((thrown: unknown) => thrown);
    if (!(error instanceof WorkflowFailedError)) throw new Error('the plan was to fail', { cause: error });
    expect(error.cause).toMatchObject({ type: failsAs });
  }
  await writeHistory(name, workflowId);
});

it.each(RECORDED_ROTATIONS)('records $name', async ({ name, faults }) => {
  const old = await startFleet(stack, fleetRequest({ names: ['web-11'], fleet: { group: 'web' } }));
  expect(await old.outcome()).toMatchObject({ status: 'ready' });
  await stack.control.putFaults(faults);
  const input = fleetRequest({ fleet: { group: 'web', keepLast: 1 } });
  const fleet = await startFleet(stack, input, `replay-${name}`);
  expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
  await writeHistory(name, fleet.id);
});

async function writeHistory(name: string, workflowId: string): Promise<void> {
  const history = await stack.client.workflow.getHandle(workflowId).fetchHistory();
  writeFileSync(join(FOLDER, `${name}.json`), `${anonymous(historyToJSON(history))}\n`);
}

/** Without this machine's paths and name, which stack traces and identities carry. */
function anonymous(json: string): string {
  return json.replaceAll(`${findPackageRoot(__dirname)}/`, '').replaceAll(hostname(), 'host');
}
