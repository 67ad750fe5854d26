import type { FleetGroup, SweepFleetsResult } from '../../src/contract/sweep-fleets-result';
import { ownershipTags } from '../../src/contract/tags';
import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { runCommand } from '../support/run-command';
import { startFleet } from '../support/run-fleet';
import { FORGET_MILLIS, forgetRun, resetRun, runRemoval } from '../support/run-removal';
import type { Stack } from '../support/start-stack';
import { terminateBetweenDeletes } from '../support/terminate-between-deletes';
import { useWorld } from '../support/use-world';
import { waitFor } from '../support/wait-for';
import { WITH_DISKS } from '../support/with-disks';

const REGIONS = ['us-east-1'];

/** The simulator's clock runs ahead of ours, so what it makes is never old. */
const NOW = { regions: REGIONS, delete: true, minimumAgeHours: 0 };

/** A rollback that may not delete goes on for its `rollbackMinutes`, of which the least is one. */
const ROLLBACK_MILLIS = 120_000;

let stack: Stack;
let account: Account;

useWorld({
  prepare: (world) => {
    ({ stack, account } = world);
  },
});

afterEach(async () => {
  await stack.control.reset();
});

async function sweep(input: unknown): Promise<SweepFleetsResult> {
  const { outcome } = await runRemoval<SweepFleetsResult>(stack, 'sweepFleets', input);
  if (outcome.status === 'failed') throw new Error(`${outcome.type}: ${outcome.message}`);
  return outcome.result;
}

const groupOf = ({ groups }: SweepFleetsResult, fleetId: string) =>
  groups.find((group: FleetGroup) => group.fleetId === fleetId);

/** A run that is ended from outside while it waits: its instances stand, and nobody answers for them. */
async function terminatedFleet(change: Parameters<typeof fleetRequest>[0] = {}): Promise<string> {
  const fleet = await startFleet(stack, fleetRequest(change));
  await fleet.reached('waiting');
  await stack.client.workflow.getHandle(fleet.id).terminate('as an operator does');
  await waitFor({
    what: 'its instances run',
    condition: async () =>
      (await account.instances())
        .filter(({ name }) => change.names?.includes(name ?? '') ?? true)
        .every(({ state }) => state?.name === 'running'),
  });
  return fleet.id;
}

describe('a sweep', () => {
  it('deletes what a terminated run left, its disks too, and never what stands or runs', async () => {
    const standing = await startFleet(stack, fleetRequest({ ...WITH_DISKS, names: ['web-11'] }));
    expect(await standing.outcome()).toMatchObject({ status: 'ready' });
    await stack.control.putFaults([{ effect: 'operation-stuck', name: 'web-21' }]);
    const running = await startFleet(stack, fleetRequest({ names: ['web-21'] }));
    await running.reached('waiting');
    const terminated = await terminatedFleet({ ...WITH_DISKS, names: ['web-01', 'web-02'] });
    const all = { ...NOW, includeExpired: true };

    const reported = await sweep({ regions: REGIONS });
    expect(groupOf(reported, terminated)).toMatchObject({
      state: 'terminated',
      instances: 2,
      disks: 2,
      action: 'too-young',
      monthlyPriceUsd: expect.any(Number),
    });
    expect(groupOf(reported, standing.id)).toMatchObject({ state: 'standing', disks: 1, action: 'none' });
    expect(groupOf(reported, running.id)).toMatchObject({ state: 'running', action: 'none' });
    expect(reported.removedCount).toBe(0);

    const swept = await sweep(all);
    expect(groupOf(swept, terminated)).toMatchObject({ action: 'removed' });
    expect(swept).toMatchObject({ removedCount: 4, survivors: [], more: false });
    expect(await account.billedNames()).toEqual(['web-11', 'web-11-data', 'web-21']);
    expect(await sweep(all)).toMatchObject({ removedCount: 0 });
    expect(await account.billedNames()).toEqual(['web-11', 'web-11-data', 'web-21']);
    await running.cancel();
    await running.outcome();
  }, 60_000);

  it(
    'takes a fleet that no run is known of for a standing one, unless it is told not to',
    async () => {
      const fleet = await startFleet(stack, fleetRequest({ names: ['web-01'] }));
      expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
      await forgetRun(stack, fleet.id);
      const swept = await sweep(NOW);
      expect(groupOf(swept, fleet.id)).toMatchObject({ state: 'expired', action: 'needs-include-expired' });
      expect(await account.billedNames()).toEqual(['web-01']);
      const asked = await sweep({ ...NOW, includeExpired: true });
      expect(groupOf(asked, fleet.id)).toMatchObject({ action: 'removed' });
      expect(await account.billedNames()).toEqual([]);
    },
    FORGET_MILLIS,
  );

  it(
    'removes the survivors of a rollback when their cause is mended',
    async () => {
      await stack.control.putFaults([
        { effect: 'operation-fails', name: 'web-02' },
        { action: 'DeleteInstance', name: 'web-03', effect: 'denied', times: 1000 },
      ]);
      const fleet = await startFleet(stack, fleetRequest({ fleet: { limits: { rollbackMinutes: 1 } } }));
      expect(await fleet.outcome()).toMatchObject({ type: 'RollbackIncomplete' });
      const denied = await sweep(NOW);
      expect(groupOf(denied, fleet.id)).toMatchObject({ state: 'survivor', action: 'survivors' });
      expect(denied.survivors).toMatchObject([{ name: 'web-03', region: 'us-east-1' }]);
      await stack.control.putFaults([]);
      expect(groupOf(await sweep(NOW), fleet.id)).toMatchObject({ action: 'removed' });
      expect(await account.billedNames()).toEqual([]);
    },
    ROLLBACK_MILLIS,
  );

  it('removes the disk of a rollback that was terminated after its instance was gone', async () => {
    const fleet = await terminateBetweenDeletes(stack);
    await stack.control.putFaults([]);
    const swept = await sweep(NOW);
    expect(groupOf(swept, fleet.id)).toMatchObject({ state: 'terminated', instances: 0, action: 'removed' });
    expect(await account.billedNames()).toEqual([]);
  });

  it('leaves what an operator has reset between its look and its delete', async () => {
    const ids = [await terminatedFleet({ names: ['web-01'] }), await terminatedFleet({ names: ['app-01'] })];
    await stack.control.putFaults([
      { action: 'GetInstanceSnapshot', effect: 'throttle', times: 100_000 },
      { action: 'DeleteInstance', effect: 'slow', seconds: 60 },
    ]);
    const swept = sweep(NOW);
    await waitFor({
      what: 'the first of them is being deleted',
      condition: async () => (await stack.control.ledger()).some(({ action }) => action === 'DeleteInstance'),
    });
    const deletes = await stack.control.ledger();
    const first = deletes.find(({ action }) => action === 'DeleteInstance')?.request?.['instanceName'];
    const [other, left] = first === 'web-01' ? [ids[1], 'app-01'] : [ids[0], 'web-01'];
    const { runId } = await stack.client.workflow.getHandle(other ?? '').describe();
    await resetRun(stack, { id: other ?? '', ownerId: runId });
    expect(groupOf(await swept, other ?? '')).toMatchObject({ state: 'running', action: 'none' });
    expect(await account.billedNames()).toEqual([left]);
    await stack.client.workflow.getHandle(other ?? '').terminate('end of the test');
  });

  it('leaves what a person has taken over by another fleet id', async () => {
    const tags = ownershipTags({ fleetId: 'mine-now', ownerId: '0192f1c4-7a2b-7def-8000-000000000000' });
    const instance = { region: 'us-east-1', name: 'web-01', tags };
    const foreign = { region: 'us-east-1', name: 'somebody-elses' };
    await stack.control.putWorld({ instances: [instance, foreign] });
    expect(groupOf(await sweep(NOW), 'mine-now')).toMatchObject({ action: 'needs-include-expired' });
    expect(await account.billedNames()).toEqual(['web-01']);
    await stack.control.putWorld({});
  });

  it('deletes only what is older than the minimum age, and by the youngest of a group', async () => {
    const ownedBy = (fleetId: string) =>
      ownershipTags({ fleetId, ownerId: '0192f1c4-7a2b-7def-8000-000000000000' });
    const instance = (name: string, fleetId: string, ageDays: number) => ({
      ...{ region: 'us-east-1', name, tags: ownedBy(fleetId), ageDays },
    });
    await stack.control.putWorld({
      instances: [
        { region: 'us-east-1', name: 'somebody-elses', ageDays: 3 },
        instance('old-01', 'old', 3),
        instance('old-02', 'old', 2.1),
        instance('mixed-01', 'mixed', 3),
        instance('mixed-02', 'mixed', 1.9),
      ],
    });
    const swept = await sweep({ regions: REGIONS, delete: true, minimumAgeHours: 48, includeExpired: true });
    expect(groupOf(swept, 'old')).toMatchObject({ action: 'removed', instances: 2 });
    expect(groupOf(swept, 'mixed')).toMatchObject({ action: 'too-young', instances: 2 });
    expect(await account.billedNames()).toEqual(['mixed-01', 'mixed-02']);
    await stack.control.putWorld({});
  });

  it('takes a Region that does not know the credentials for one that is not enabled', async () => {
    const unknown = {
      ...{ action: 'GetDisks', effect: 'denied', errorCode: 'UnrecognizedClientException' },
    };
    await stack.control.putFaults([unknown]);
    const { unread, regions } = await sweep({});
    expect(unread).toEqual([
      {
        region: expect.any(String),
        cause: expect.stringContaining('UnrecognizedClientException'),
        notEnabled: true,
      },
    ]);
    expect(regions.length).toBeGreaterThan(10);
    await stack.control.putFaults([unknown]);
    expect(await runCommand(stack, ['sweep'])).toMatchObject({ code: 0 });
    await stack.control.putFaults([unknown]);
    const named = ['sweep', '--region', 'us-east-1', '--region', 'eu-west-1'];
    expect(await runCommand(stack, named)).toMatchObject({ code: 3 });
  }, 60_000);

  it('tells which Regions could not be read, and what it found in the others', async () => {
    const terminated = await terminatedFleet({ names: ['web-01'] });
    await stack.control.putFaults([{ action: 'GetDisks', effect: 'denied', times: 2 }]);
    const result = await sweep({ minimumAgeHours: 0 });
    expect(result.unread).toHaveLength(2);
    expect(result.unread[0]).toMatchObject({ cause: expect.stringContaining('AccessDenied') });
    const seen = result.unread.some(({ region }) => region === 'us-east-1')
      ? await sweep({ minimumAgeHours: 0 })
      : result;
    expect(groupOf(seen, terminated)).toMatchObject({ action: 'reported' });
  });
});

describe('lightsail-fleet sweep', () => {
  it('shows a table, deletes when told to, and ends with 3 when something is left', async () => {
    const fleetId = await terminatedFleet({ names: ['web-01'] });
    const report = await runCommand(stack, ['sweep', '--min-age', '0h']);
    expect(report.code).toBe(0);
    expect(report.stdout).toMatch(/^FLEET +STATE +REGION +INSTANCES/);
    expect(report.stdout).toMatch(new RegExp(`${fleetId} +terminated +us-east-1 +1 +0 .*would be deleted`));
    expect(report.stderr).toContain('1 group that no run answers for');
    await stack.control.putFaults([{ action: 'DeleteInstance', effect: 'denied', times: 1000 }]);
    const args = ['sweep', '--delete', '--min-age', '0h', '--region', 'us-east-1'];
    expect(await runCommand(stack, args)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('still there, and billed'),
    });
    await stack.control.putFaults([]);
    const swept = await runCommand(stack, [...args, '--json']);
    expect(swept.code).toBe(0);
    expect(JSON.parse(swept.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      kind: 'ended',
      result: { removed: [{ name: 'web-01' }] },
    });
    expect(await account.billedNames()).toEqual([]);
  }, 60_000);

  it('refuses a Region that is none, and says that nothing is left', async () => {
    const wrong = await runCommand(stack, ['sweep', '--region', 'us-mars-1']);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('no such Region us-mars-1') });
    const clean = await runCommand(stack, ['sweep', '--region', 'us-east-1']);
    expect(clean).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing is left behind') });
  });
});
