import { ApplicationFailure } from '@temporalio/common';
import { ActivityWorld } from '../support/activity-world';

let world: ActivityWorld;

beforeEach(async () => {
  world = await ActivityWorld.start();
});

afterEach(() => world.stop());

const checkDelete = (...regions: string[]) =>
  world.run('checkDelete', { request: { fleetId: 'nightly', regions }, workflowId: 'delete-nightly' });
const checkSweep = (...regions: string[]) =>
  world.run('checkSweep', { request: { regions }, workflowId: 'sweep' });

async function failureOf(check: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await check.catch((thrown: unknown) => thrown);
  if (error instanceof ApplicationFailure) return error;
  throw new Error(`expected a failure, got ${JSON.stringify(error)}`);
}

describe.each([
  ['deletion', checkDelete],
  ['sweep', checkSweep],
])('a %s', (_what, check) => {
  it('refuses a Region that AWS does not list, says which there are, and reads nothing there', async () => {
    const failure = await failureOf(check('us-east-1', 'us-mars-1', 'eu-pluto-9'));
    expect(failure).toMatchObject({ type: 'InvalidRequest', nonRetryable: true });
    expect(failure.message).toMatch(
      /^2 problems, nothing was deleted:\nregions\[1\]: no such Region us-mars-1; Regions are .*eu-west-1/,
    );
    expect(failure.message).toContain('regions[2]: no such Region eu-pluto-9; ');
    const rows = await world.control.ledger();
    expect(new Set(rows.map(({ region, action }) => `${String(action)} in ${String(region)}`))).toEqual(
      new Set(['GetRegions in us-east-1']),
    );
  });

  it('takes a Region that AWS lists, once', async () => {
    const scope = await check('eu-west-1', 'eu-west-1');
    expect(scope).toMatchObject({ regions: ['eu-west-1'], regionsNamed: true });
  });

  it('takes the named Regions as they are where the list of them may not be read', async () => {
    await world.control.putFaults([{ action: 'GetRegions', effect: 'denied', times: 100 }]);
    expect(await check('eu-west-1')).toMatchObject({ regions: ['eu-west-1'], regionsNamed: true });
  });
});
