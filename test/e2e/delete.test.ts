import { execFileSync } from 'node:child_process';
import type { DeleteFleetResult } from '../../src/contract/delete-fleet-result';
import { fleetCommand } from '../../src/contract/fleet-command';
import { ownershipTags } from '../../src/contract/tags';
import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { untilCalled } from '../support/ledger-facts';
import type { Person } from '../support/person';
import { runCommand } from '../support/run-command';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import { FORGET_MILLIS, forgetRun, resetRun, runRemoval } from '../support/run-removal';
import type { Stack } from '../support/start-stack';
import { terminateBetweenDeletes } from '../support/terminate-between-deletes';
import { useWorld } from '../support/use-world';
import { waitFor } from '../support/wait-for';
import { WITH_DISKS } from '../support/with-disks';

const REGIONS = ['us-east-1'];

const FOREIGN = { region: 'us-east-1', name: 'somebody-elses' };

let stack: Stack;
let account: Account;
let person: Person;

useWorld({
  prepare: (world) => {
    ({ stack, account, person } = world);
  },
});

afterEach(async () => {
  await stack.control.reset();
});

const remove = async (input: unknown) =>
  (await runRemoval<DeleteFleetResult>(stack, 'deleteFleet', input)).outcome;

async function readyFleet(
  change: Parameters<typeof fleetRequest>[0] = {},
): Promise<RunningFleet & { ownerId: string }> {
  const fleet = await startFleet(stack, fleetRequest(change));
  const outcome = await fleet.outcome();
  if (outcome.status !== 'ready') throw new Error(`the fleet is ${outcome.status}`);
  return { ...fleet, ownerId: outcome.result.ownerId };
}

const namesOf = (result: DeleteFleetResult) => result.removed.map(({ name }) => name).sort();

describe('a ready fleet', () => {
  it('is deleted by its id with its disks, in whichever Region it is, and a second time nothing is found', async () => {
    const fleet = await readyFleet(WITH_DISKS);
    const other = await readyFleet({ names: ['web-11'] });
    const names = ['web-01', 'web-01-data', 'web-02', 'web-02-data', 'web-03', 'web-03-data'];
    const first = await remove({ fleetId: fleet.id });
    expect(first).toMatchObject({ status: 'done', result: { removedCount: 6, survivors: [], unread: [] } });
    if (first.status === 'done') {
      expect(namesOf(first.result)).toEqual(names);
      expect(first.result.regions.length).toBeGreaterThan(10);
      const { id: fleetId, ownerId } = fleet;
      expect(first.result.removed[0]).toMatchObject({ fleetId, ownerId, region: 'us-east-1' });
    }
    expect(await account.billedNames()).toEqual(['web-11']);
    const again = await remove({ fleetId: fleet.id });
    expect(again).toMatchObject({ status: 'done', result: { removed: [], removedCount: 0 } });
    const byOwner = await remove({ ownerId: other.ownerId, regions: REGIONS });
    expect(byOwner).toMatchObject({ result: { removedCount: 1 } });
    expect(await account.billedNames()).toEqual([]);
  });

  it(
    'is deleted when its history is gone, by the tags alone',
    async () => {
      const fleet = await readyFleet(WITH_DISKS);
      await forgetRun(stack, fleet.id);
      const outcome = await remove({ fleetId: fleet.id });
      expect(outcome).toMatchObject({ status: 'done', result: { removedCount: 6, leftAlone: [] } });
      expect(await account.billedNames()).toEqual([]);
    },
    FORGET_MILLIS,
  );

  it('is only looked at in a dry run, and left by a deletion that comes later than it was to begin', async () => {
    const fleet = await readyFleet({ ...WITH_DISKS, names: ['web-01'] });
    const looked = await remove({ fleetId: fleet.id, regions: REGIONS, dryRun: true });
    expect(looked).toMatchObject({
      status: 'done',
      result: { removed: [], found: [{ name: 'web-01' }, { name: 'web-01-data' }] },
    });
    const [inTime, late] = [60_000, -1000].map((millis) => new Date(Date.now() + millis).toISOString());
    expect(await remove({ fleetId: fleet.id, regions: REGIONS, beginBefore: late })).toMatchObject({
      status: 'failed',
      type: 'DeadlineExceeded',
      message: expect.stringContaining('nothing was deleted: it was to begin before'),
    });
    expect(await account.billedNames()).toEqual(['web-01', 'web-01-data']);
    expect(await remove({ fleetId: fleet.id, regions: REGIONS, beginBefore: inTime })).toMatchObject({
      result: { removedCount: 2 },
    });
  });

  it('keeps its disks where that is asked for, and no later delete or sweep takes them for left over', async () => {
    const fleet = await readyFleet({ ...WITH_DISKS, names: ['web-01'] });
    const kept = await remove({ fleetId: fleet.id, regions: REGIONS, disks: false });
    expect(kept).toMatchObject({ result: { removedCount: 1, leftAlone: [{ name: 'web-01-data' }] } });
    expect(await account.billedNames()).toEqual(['web-01-data']);
    const later = await remove({ fleetId: fleet.id, regions: REGIONS });
    expect(later).toMatchObject({ result: { removedCount: 0 } });
    const [disk] = await account.disks();
    expect(disk).toMatchObject({ name: 'web-01-data', tags: [] });
  });
});

it('what a terminated run had asked for and what lands after it is waited for, also by a dry run', async () => {
  await stack.control.putFaults([
    { action: 'CreateInstancesFromSnapshot', effect: 'late-appearance', seconds: 40 },
  ]);
  const fleet = await startFleet(stack, fleetRequest());
  await waitFor({
    what: 'the create is called',
    condition: async () =>
      (await stack.control.ledger()).some(({ action }) => action === 'CreateInstancesFromSnapshot'),
  });
  const { ownerId } = await fleet.progress();
  await stack.client.workflow.getHandle(fleet.id).terminate('a test');
  const input = { fleetId: fleet.id, ownerId, regions: REGIONS };
  expect(await remove({ ...input, dryRun: true })).toMatchObject({
    result: { found: [{ name: 'web-01' }, { name: 'web-02' }, { name: 'web-03' }] },
  });
  expect(await remove(input)).toMatchObject({ result: { removedCount: 3 } });
  expect(await account.billedNames()).toEqual([]);
});

describe('what is not deleted', () => {
  it('is what belongs to a run that goes on', async () => {
    await stack.control.putFaults([{ effect: 'operation-stuck', name: 'web-02' }]);
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached('waiting');
    const { ownerId } = await fleet.progress();
    for (const input of [{ fleetId: fleet.id }, { ownerId, regions: REGIONS }]) {
      expect(await remove(input)).toMatchObject({
        status: 'failed',
        type: 'InvalidRequest',
        message: expect.stringContaining(`still running: lightsail-fleet cancel ${fleet.id} undoes it`),
      });
    }
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
  });

  it('is what belongs to a run that an operator has reset, which goes on under another run id', async () => {
    const fleet = await readyFleet({ names: ['web-01'] });
    await stack.control.putFaults([{ action: 'GetInstanceSnapshot', effect: 'throttle', times: 100_000 }]);
    await resetRun(stack, fleet);
    const running = await stack.client.workflow.getHandle(fleet.id).describe();
    expect(running).toMatchObject({ status: { name: 'RUNNING' } });
    expect(running.runId).not.toBe(fleet.ownerId);
    expect(await remove({ ownerId: fleet.ownerId, regions: REGIONS })).toMatchObject({
      type: 'InvalidRequest',
      message: expect.stringContaining('still running'),
    });
    expect(await account.billedNames()).toEqual(['web-01']);
    await stack.client.workflow.getHandle(fleet.id).terminate('end of the test');
  });

  it('is the disk of a run that an operator has reset while its instance was being deleted', async () => {
    const fleet = await readyFleet({ ...WITH_DISKS, names: ['web-01'] });
    await stack.control.putFaults([
      { action: 'GetInstanceSnapshot', effect: 'throttle', times: 100_000 },
      { action: 'DeleteInstance', effect: 'slow', seconds: 60 },
    ]);
    const removed = remove({ fleetId: fleet.id, regions: REGIONS });
    await untilCalled(stack.control, 'DeleteInstance', 'web-01');
    await resetRun(stack, fleet);
    expect(await removed).toMatchObject({
      type: 'RollbackIncomplete',
      details: {
        survivors: [{ name: 'web-01-data', cause: expect.stringContaining('its run goes on again') }],
      },
    });
    expect(await account.billedNames()).toEqual(['web-01-data']);
    await stack.client.workflow.getHandle(fleet.id).terminate('end of the test');
  });

  it('is an instance of a running fleet whose fleet-id tag somebody changed', async () => {
    await stack.control.putFaults([{ effect: 'operation-stuck', name: 'web-02' }]);
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached('waiting');
    await person.tag('web-01', { key: 'lightsail-fleet:fleet-id', value: 'elsewhere' });
    expect(await remove({ fleetId: 'elsewhere', regions: REGIONS })).toMatchObject({
      status: 'failed',
      type: 'InvalidRequest',
      message: expect.stringContaining(`fleet ${fleet.id} is still running`),
    });
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.billedNames()).toEqual([]);
  });

  it('is an instance of the same names, of another fleet id, or without the owner tag', async () => {
    const fleet = await readyFleet();
    await person.create('web-04');
    await person.tag('web-02', { key: 'lightsail-fleet:fleet-id', value: 'mine-now' });
    await person.untag('web-03', 'lightsail-fleet:owner-id');
    await person.tag('somebody-elses', { key: 'lightsail-fleet:fleet-id', value: fleet.id });
    const outcome = await remove({ fleetId: fleet.id });
    expect(outcome).toMatchObject({ status: 'done', result: { removedCount: 1 } });
    expect(await account.billedNames()).toEqual(['web-02', 'web-03', 'web-04']);
  });

  it('is a disk that nothing proves to be made with its instance', async () => {
    const tags = ownershipTags({ fleetId: 'old', ownerId: 'run-1' });
    const disks = [{ name: 'users-own', path: '/dev/xvdf', sizeInGb: 8 }];
    const instance = { region: 'us-east-1', name: 'web-01', tags, disks };
    await stack.control.putWorld({ instances: [instance, FOREIGN] });
    expect(await remove({ fleetId: 'old', regions: REGIONS })).toMatchObject({
      status: 'done',
      result: {
        removed: [{ name: 'web-01' }],
        leftAlone: [{ name: 'users-own', cause: expect.stringContaining('nothing proves') }],
      },
    });
    expect(await account.disks()).toMatchObject([{ name: 'users-own', tags: [] }]);
    await stack.control.putWorld({});
  });
});

describe('a run that is terminated in the middle of its rollback', () => {
  it(
    'leaves a disk that can still be found and deleted',
    async () => {
      const fleet = await terminateBetweenDeletes(stack);
      expect(await account.billedNames()).toEqual(['web-01-data', 'web-02-data']);
      await forgetRun(stack, fleet.id);
      await stack.control.putFaults([]);
      const outcome = await remove({ fleetId: fleet.id });
      expect(outcome).toMatchObject({ status: 'done', result: { removedCount: 2 } });
      expect(await account.billedNames()).toEqual([]);
    },
    FORGET_MILLIS,
  );
});

it('a disk that a rollback had tagged and that is to stay loses its tags, so no later sweep takes it for left over', async () => {
  const fleet = await terminateBetweenDeletes(stack);
  await stack.control.putFaults([{ action: 'UntagResource', name: 'web-02-data', effect: 'denied' }]);
  const keep = { fleetId: fleet.id, regions: REGIONS, disks: false };
  const refused = await remove(keep);
  expect(refused).toMatchObject({ status: 'done', result: { removedCount: 0 } });
  const left = refused.status === 'done' ? refused.result.leftAlone : [];
  expect(new Map(left.map(({ name, cause }) => [name, cause]))).toEqual(
    new Map([
      ['web-01-data', 'the request says disks: false'],
      ['web-02-data', expect.stringContaining('still carries our tags, so a sweep may delete it')],
    ]),
  );
  expect(await remove(keep)).toMatchObject({ result: { leftAlone: [{ name: 'web-02-data' }] } });
  expect(await account.disks()).toMatchObject([
    { name: 'web-01-data', tags: [] },
    { name: 'web-02-data', tags: [] },
  ]);
});

describe('a deletion gets through', () => {
  it.each(['throttle', 'server-error', 'reset-after', 'reset-before', 'not-json'])(
    '%s',
    async (effect) => {
      const fleet = await readyFleet({ ...WITH_DISKS, names: ['web-01', 'web-02'] });
      const actions = ['GetInstances', 'GetDisks', 'TagResource', 'DeleteInstance', 'DeleteDisk'];
      await stack.control.putFaults(actions.map((action) => ({ action, effect, times: 2 })));
      const outcome = await remove({ fleetId: fleet.id, regions: REGIONS });
      expect(outcome).toMatchObject({ result: { removedCount: 4 } });
      expect(await account.billedNames()).toEqual([]);
    },
    60_000,
  );

  it('kill -9 of the worker', async () => {
    const fleet = await readyFleet({ ...WITH_DISKS, names: ['web-01', 'web-02'] });
    await stack.control.putFaults([{ action: 'DeleteInstance', effect: 'slow', seconds: 60 }]);
    const removed = remove({ fleetId: fleet.id, regions: REGIONS });
    await untilCalled(stack.control, 'DeleteInstance', 'web-01');
    await stack.worker?.kill();
    await stack.startWorker();
    expect(await removed).toMatchObject({ status: 'done', result: { survivors: [] } });
    expect(await account.billedNames()).toEqual([]);
  }, 60_000);
});

describe('a deletion that cannot be finished', () => {
  it('names each survivor, its cause and the command, which ends the work once the cause is mended', async () => {
    const fleet = await readyFleet({ ...WITH_DISKS, names: ['web-01', 'web-02'] });
    await stack.control.putFaults([
      { action: 'DeleteInstance', name: 'web-02', effect: 'denied', times: 1000 },
    ]);
    const args = ['delete', fleet.id, '--owner', fleet.ownerId, '--region', 'us-east-1'];
    expect(await remove({ fleetId: fleet.id, ownerId: fleet.ownerId, regions: REGIONS })).toMatchObject({
      status: 'failed',
      type: 'RollbackIncomplete',
      message: expect.stringContaining(`run:\nlightsail-fleet ${args.join(' ')}`),
      details: {
        fleetId: fleet.id,
        survivors: [
          { name: 'web-02', region: 'us-east-1', cause: expect.stringContaining('AccessDenied') },
          { name: 'web-02-data', cause: expect.stringContaining('attached to web-02') },
        ],
      },
    });
    expect(await account.billedNames()).toEqual(['web-02', 'web-02-data']);
    const denied = await runCommand(stack, [...args, '--yes']);
    expect(denied).toMatchObject({ code: 3, stderr: expect.stringContaining('still there, and billed') });
    await stack.control.putFaults([]);
    expect(await runCommand(stack, [...args, '--yes'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/web-02 +instance[^]+web-02-data +disk/),
    });
    expect(await account.billedNames()).toEqual([]);
  }, 60_000);

  it('says in which Regions nobody could look, and does not take them for clean', async () => {
    const fleet = await readyFleet({ names: ['web-01'] });
    await stack.control.putFaults([{ action: 'GetDisks', effect: 'denied' }]);
    expect(await remove({ fleetId: fleet.id })).toMatchObject({
      status: 'failed',
      type: 'RollbackIncomplete',
      message: expect.stringContaining('could not look in'),
      details: { unread: [{ cause: expect.stringContaining('AccessDenied') }] },
    });
    await stack.control.putFaults([{ action: 'GetInstances', effect: 'denied', times: 1000 }]);
    expect(await remove({ fleetId: fleet.id, regions: REGIONS })).toMatchObject({ type: 'AccessDenied' });
  });

  it('takes a Region that does not know the credentials for one that is not enabled, unless it was named', async () => {
    const unknown = {
      ...{ action: 'GetDisks', effect: 'denied', errorCode: 'UnrecognizedClientException' },
    };
    await stack.control.putFaults([unknown]);
    expect(await remove({ fleetId: 'no-such' })).toMatchObject({
      status: 'done',
      result: { unread: [{ notEnabled: true }], removedCount: 0 },
    });
    await stack.control.putFaults([unknown]);
    expect(await remove({ fleetId: 'no-such', regions: ['us-east-1', 'eu-west-1'] })).toMatchObject({
      type: 'RollbackIncomplete',
      details: { unread: [{ cause: expect.stringContaining('UnrecognizedClientException') }] },
    });
    await stack.control.putFaults([{ ...unknown, times: 1000 }]);
    expect(await remove({ fleetId: 'no-such' })).toMatchObject({ type: 'Unauthenticated' });
  });

  it('is refused with all problems of its request at once', async () => {
    const outcome = await remove({ fleetId: 'a b', ownerId: 'x y', regions: ['mars'], force: true });
    const message = outcome.status === 'failed' ? outcome.message : '';
    for (const path of ['fleetId:', 'ownerId:', 'regions[0]:', 'force: unknown member'])
      expect(message).toContain(path);
    expect(await remove({})).toMatchObject({ message: expect.stringContaining('got neither') });
    expect(await remove(undefined)).toMatchObject({ type: 'InvalidRequest' });
  });
});

/** The words of a command that a message names, as a shell hands them over. */
const wordsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

describe('the commands that messages name', () => {
  it('are read as they stand, also with an id that looks like a flag', async () => {
    await stack.control.putFaults([{ effect: 'operation-fails', name: 'web-01' }]);
    const fleet = await startFleet(stack, fleetRequest({ fleet: { onFailure: 'keep' } }), '--yes');
    const outcome = await fleet.outcome();
    if (outcome.status !== 'failed') throw new Error(`the fleet is ${outcome.status}`);
    expect(await account.billedNames()).not.toEqual([]);
    const [, ...words] = wordsOf(outcome.details.command ?? '');
    expect(words.slice(-2)).toEqual(['--', '--yes']);
    expect(await runCommand(stack, words)).toMatchObject({ stderr: expect.stringContaining('add --yes') });
    const [verb = '', ...rest] = words;
    expect(await runCommand(stack, [verb, '--yes', ...rest])).toMatchObject({ code: 0 });
    expect(await account.billedNames()).toEqual([]);
    const [, ...show] = wordsOf(fleetCommand({ verb: 'show', fleetId: '-x' }));
    expect(await runCommand(stack, show)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('fleet -x is not found'),
    });
  }, 30_000);
});

describe('lightsail-fleet delete', () => {
  it('says plainly that there is nothing, and ends with 0', async () => {
    const run = await runCommand(stack, ['delete', 'no-such-fleet', '--yes']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toMatch(/nothing carries the tags of no-such-fleet in \d+ Regions/);
  });

  it('asks on a terminal only, and takes an id or an owner', async () => {
    const unasked = await runCommand(stack, ['delete', 'x']);
    expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('add --yes') });
    const unnamed = await runCommand(stack, ['delete', '--yes']);
    expect(unnamed).toMatchObject({ code: 2, stderr: expect.stringContaining('got neither') });
  });

  it('tells a program what was removed, and of a running fleet that it is to be cancelled', async () => {
    const fleet = await readyFleet({ names: ['web-01'] });
    const run = await runCommand(stack, ['delete', fleet.id, '--yes', '--json', '--region', 'us-east-1']);
    expect(run.code).toBe(0);
    const last = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as unknown;
    expect(last).toMatchObject({ kind: 'ended', result: { removed: [{ name: 'web-01' }] } });
    await stack.control.putFaults([{ effect: 'operation-stuck', name: 'web-02' }]);
    const running = await startFleet(stack, fleetRequest());
    await running.reached('waiting');
    expect(await runCommand(stack, ['delete', running.id, '--yes'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`lightsail-fleet cancel ${running.id}`),
    });
    await running.cancel();
    await running.outcome();
  });
});
