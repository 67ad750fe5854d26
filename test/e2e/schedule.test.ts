import { createFleetClient, type FleetClient } from '../../src/client';
import { creationTags } from '../../src/contract/tags';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import type { LedgerRow } from '../support/simulator-control';
import { untilCalled } from '../support/ledger-facts';
import { Person } from '../support/person';
import { forgetRun } from '../support/run-removal';
import { runCommand } from '../support/run-command';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

/** What a run every few seconds, five times, takes on a busy machine. */
const FIVE_GENERATIONS_SECONDS = 150;

const CREATE = 'CreateInstancesFromSnapshot';
const DISKS = { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] };

let stack: Stack;
let account: Account;
let fleets: FleetClient;
let person: Person;

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
  person = new Person(stack);
  fleets = createFleetClient({ client: stack.client });
  await stack.startWorker();
});

afterEach(async () => {
  for (const { scheduleId } of (await fleets.schedules.list()).schedules)
    await fleets.schedules.delete({ scheduleId }).catch(() => undefined);
  // A reset goes back to the world that a test has put.
  await stack.control.putWorld({});
  await stack.control.reset();
});

afterAll(async () => {
  account.close();
  person.close();
  await stack.stop();
});

/** Names by the time that a run is due. */
function generation(
  fleet: NonNullable<Parameters<typeof fleetRequest>[0]>['fleet'] = {},
  change: Parameters<typeof fleetRequest>[0] = {},
) {
  const { instanceNames: _names, ...request } = fleetRequest({
    ...change,
    fleet: { nameTemplate: 'web-{date}-{time}-{index}', count: 2, ...fleet },
  });
  return request;
}

async function ended(scheduleId: string, runs: number, limitSeconds = 60) {
  return waitFor({
    what: `${scheduleId} has ended ${String(runs)} runs`,
    limitSeconds,
    condition: async () => {
      const view = await fleets.schedules.get({ scheduleId });
      const isOver = view.taken >= runs && view.runs.every(({ outcome }) => outcome !== 'running');
      return isOver && view;
    },
  });
}

/** Of a run of a schedule, from its id: `web-20261125-020000`. */
function stem(fleetId: string): string {
  const [date = '', time = ''] = fleetId.slice(-20).replace(/[-:Z]/g, '').split('T');
  return `web-${date}-${time}`;
}

const namesOf = (fleetId: string) =>
  ['1', '2'].flatMap((index) => [`${stem(fleetId)}-${index}`, `${stem(fleetId)}-${index}-data`]);

const idOf = ({ fleetId, ownerId }: { fleetId: string; ownerId: string }) => ({ fleetId, ownerId });

async function namespaceId(): Promise<string> {
  const { namespace } = stack.client.options;
  const { namespaceInfo } = await stack.client.workflowService.describeNamespace({ namespace });
  return namespaceInfo?.id ?? '';
}

async function cancelRequested(fleetId: string): Promise<void> {
  const handle = stack.client.workflow.getHandle(fleetId);
  await waitFor({
    what: `the cancellation of ${fleetId} is recorded`,
    condition: async () =>
      ((await handle.fetchHistory()).events ?? []).some(
        (event) => (event.workflowExecutionCancelRequestedEventAttributes ?? undefined) !== undefined,
      ),
  });
}

const seqWhere = (rows: LedgerRow[], isWanted: (row: LedgerRow) => boolean) =>
  rows.filter(isWanted).map(({ seq }) => seq);

it(
  'makes five generations, named by the time they were due, and deletes an older one only when the new one is ready',
  async () => {
    const other = await fleets.startFleet({
      request: fleetRequest({ names: ['db-1'], fleet: { group: 'db' } }),
    });
    await fleets.getResult(other);
    const flags = ['--snapshot', 'golden-with-disk', '--zone', 'us-east-1a', '--bundle', 'small_3_0'];
    const names = ['--name', 'web-{date}-{time}-{index}', '--count', '2', '--disk', '/dev/xvdf={name}-data'];
    const rotation = ['--group', 'web', '--keep-last', '2', '--max-runs', '5'];
    const args = ['schedule', 'create', 'nightly', '--cron', '@every 5s', ...flags, ...names, ...rotation];
    const created = await runCommand(stack, [...args, '--yes']);
    expect(created).toMatchObject({ code: 0, stdout: 'nightly\n' });
    expect(created.stderr).toMatch(/5 runs in 30 days, of which the last 2 stand/);

    const { runs, remainingRuns, skippedOverlap } = await ended('nightly', 5, FIVE_GENERATIONS_SECONDS);
    const outcomes = ['ready', 'ready', 'replaced', 'replaced', 'replaced'];
    expect(runs.map(({ outcome, problem }) => problem ?? outcome)).toEqual(outcomes);
    expect(remainingRuns).toBe(0);
    const ids = runs.map(({ fleetId }) => fleetId);
    expect(ids.every((id) => /^nightly-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(id))).toBe(true);
    const standing = ids.slice(0, 2).flatMap(namesOf);
    expect(await account.billedNames()).toEqual(['db-1', ...standing].sort());

    const rows = await stack.control.ledger();
    const oldestFirst = [...ids].reverse();
    for (const [position, id] of oldestFirst.slice(0, 3).entries()) {
      const successor = stem(oldestFirst[position + 2] ?? '');
      const ready = seqWhere(
        rows,
        (row) => row.to === 'running' && (row.resourceName ?? '').startsWith(successor),
      );
      const deleted = seqWhere(
        rows,
        (row) =>
          row.action === 'DeleteInstance' && String(row.request?.['instanceName']).startsWith(stem(id)),
      );
      expect(ready.length).toBeGreaterThanOrEqual(2);
      expect(deleted).toHaveLength(2);
      expect(Math.min(...deleted)).toBeGreaterThan(Math.max(...ready));
    }
    const shown = await runCommand(stack, ['schedule', 'show', 'nightly']);
    expect(shown.stdout).toMatch(/group +web, keeps the last 2/);
    expect(shown.stdout).toMatch(
      /cost +\d+\.\d\d USD a month a generation; \d+\.\d\d USD a month for the last 2/,
    );
    expect(shown.stdout).toContain(`next     none`);
    expect(skippedOverlap).toBeGreaterThanOrEqual(0);
  },
  (FIVE_GENERATIONS_SECONDS + 30) * 1000,
);

describe('a run that fails', () => {
  it('leaves the generation before untouched and pauses the schedule; the next one that is ready replaces it', async () => {
    const schedule = {
      scheduleId: 'hourly',
      cron: ['0 * * * *'],
      request: generation({ group: 'web', keepLast: 1 }),
    };
    await fleets.schedules.create({ schedule });
    const first = await fleets.schedules.trigger({ scheduleId: 'hourly' });
    await ended('hourly', 1);
    const before = await account.instances();
    await stack.control.putFaults([{ action: CREATE, effect: 'operation-fails', times: 1 }]);
    const triggered = await runCommand(stack, ['schedule', 'trigger', 'hourly', '--yes']);
    expect(triggered).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('lightsail-fleet watch hourly-'),
    });
    const failed = await ended('hourly', 2);
    expect(failed.runs).toMatchObject([
      {
        fleetId: triggered.stdout.trim(),
        outcome: 'failed',
        problem: expect.stringContaining('OperationFailed'),
      },
      { fleetId: first.fleetId, outcome: 'ready' },
    ]);
    expect(await account.instances()).toEqual(before);
    const paused = await waitFor({
      what: 'the schedule is paused',
      condition: async () => {
        const view = await fleets.schedules.get({ scheduleId: 'hourly' });
        return view.paused && view;
      },
    });
    expect(paused).toMatchObject({ nextRuns: [], note: expect.stringContaining('paused due to') });

    const shown = await runCommand(stack, ['schedule', 'show', 'hourly']);
    expect(shown.stdout).toContain('go on with: lightsail-fleet schedule resume hourly');
    expect(await runCommand(stack, ['schedule', 'resume', 'hourly'])).toMatchObject({ code: 0 });
    expect((await fleets.schedules.get({ scheduleId: 'hourly' })).nextRuns.length).toBeGreaterThan(0);
    const next = await fleets.schedules.trigger({ scheduleId: 'hourly' });
    const { runs } = await ended('hourly', 3);
    expect(runs[0]).toMatchObject({ fleetId: next.fleetId, outcome: 'ready' });
    const stands = stem(next.fleetId ?? '');
    expect(await account.billedNames()).toEqual([`${stands}-1`, `${stands}-2`]);
  }, 90_000);
});

describe('a rotation', () => {
  /** A fleet of one instance, to its end. */
  async function ready(name: string, fleet: object, change: object = {}) {
    const request = fleetRequest({ names: [name], fleet, ...change });
    const { fleetId } = await fleets.startFleet({ request });
    return fleets.getResult({ fleetId });
  }

  /** A fleet of one instance that is older than any history is kept. */
  async function forgottenFleet(name: string, namespace: string) {
    const owner = { fleetId: 'forgotten', ownerId: '0192f1c4-7a2b-7def-8000-000000000000' };
    const tags = creationTags({ ...owner, group: 'web', source: 'golden', namespace, minReady: 1 });
    const instance = { region: 'us-east-1', name, tags, ageDays: 400 };
    const foreign = { region: 'us-east-1', name: 'somebody-elses' };
    await stack.control.putWorld({ instances: [instance, foreign] });
    return owner;
  }

  it('finds older fleets by their tags when the histories are gone, and leaves alone what these do not prove', async () => {
    const forgotten = await forgottenFleet('web-a', await namespaceId());
    const lost = await ready('web-y', { group: 'web' });
    const old = await ready('web-b', { group: 'web' });
    const retagged = await ready('web-c', { group: 'web' });
    const foreign = await ready('db-1', { group: 'db' });
    const claimed = await ready('db-2', { group: 'db' });
    const disks = { instanceSnapshotName: 'golden-with-disk', bundleId: 'small_3_0' };
    const elsewhere = await ready('web-d', { group: 'web' }, { ...disks, attachedDiskMapping: DISKS });
    const half = await fleets.startFleet({
      request: fleetRequest({ names: ['web-e', 'web-f'], fleet: { group: 'web' } }),
    });
    await fleets.getResult(half);
    await forgetRun(stack, lost.fleetId);
    await person.tag('web-c', { key: 'lightsail-fleet:owner-id', value: 'nobody' });
    await person.untag('web-c', 'lightsail-fleet:fleet-id');
    await person.tag('db-2', { key: 'lightsail-fleet:group', value: 'web' });
    await person.tag('web-e', { key: 'lightsail-fleet:group', value: 'mine-now' });
    await person.tag('somebody-elses', { key: 'lightsail-fleet:group', value: 'web' });

    const planned = await fleets.planFleet({
      request: fleetRequest({ names: ['web-g'], fleet: { group: 'web', keepLast: 1 } }),
    });
    expect(planned.group).toMatchObject({ deletes: [forgotten.fleetId, old.fleetId], deletesCount: 2 });
    const { rotation } = await ready('web-g', { group: 'web', keepLast: 1 });
    expect(rotation).toMatchObject({ done: true, kept: [], left: [] });
    expect(rotation?.removed.map(({ fleetId }) => fleetId)).toEqual([forgotten.fleetId, old.fleetId]);
    expect(rotation?.alone).toEqual(
      expect.arrayContaining([
        { ...idOf(claimed), cause: expect.stringContaining('its run made it for group db') },
        {
          ...idOf(elsewhere),
          cause: expect.stringContaining('it was cloned from golden-with-disk, not from golden'),
        },
        expect.objectContaining({
          fleetId: half.fleetId,
          cause: expect.stringContaining('somebody changed a tag'),
        }),
        { ...idOf(lost), cause: expect.stringContaining('it is younger than the') },
        { fleetId: '', ownerId: 'nobody', cause: expect.stringContaining('no tag of its fleet') },
      ]),
    );
    const standing = ['db-1', 'db-2', 'web-c', 'web-d', 'web-d-data', 'web-e', 'web-f', 'web-g', 'web-y'];
    expect(await account.billedNames()).toEqual(standing);
    expect(foreign.rotation ?? retagged.rotation).toBeUndefined();

    const shared = await ready('web-h', { group: 'web', keepLast: 2, shareGroup: true });
    expect(shared.rotation?.removed).toMatchObject([{ fleetId: elsewhere.fleetId, resources: 2 }]);
    expect(shared.rotation?.kept).toHaveLength(1);
  }, 120_000);

  it('that cannot delete leaves the new fleet standing and says so, and the next one ends the work', async () => {
    const old = await ready('web-a', { group: 'web', keepLast: 1 });
    await stack.control.putFaults([
      { action: 'DeleteInstance', name: 'web-a', effect: 'denied', times: 1000 },
    ]);
    const args = ['clone', '--snapshot', 'golden', '--zone', 'us-east-1a', '--bundle', 'nano_3_0', '--yes'];
    const run = await runCommand(stack, [...args, '--name', 'web-b', '--group', 'web', '--keep-last', '1']);
    const command = `lightsail-fleet delete ${old.fleetId} --owner ${old.ownerId} --region us-east-1`;
    expect(run).toMatchObject({ code: 3, stdout: expect.stringMatching(/web-b +198/) });
    expect(run.stderr).toContain(`${old.fleetId} is still there, and billed`);
    expect(run.stderr).toContain(command);
    expect(await account.billedNames()).toEqual(['web-a', 'web-b']);
    const { groups } =
      (await fleets.sweepFleets({ request: { regions: ['us-east-1'], minimumAgeHours: 0 } })).result ?? {};
    expect(groups?.every(({ action }) => action === 'none')).toBe(true);
    await stack.control.putFaults([]);
    const { rotation } = await ready('web-c', { group: 'web', keepLast: 1 });
    expect(rotation?.removed).toHaveLength(2);
    expect(await account.billedNames()).toEqual(['web-c']);
  }, 60_000);

  it('that cannot delete pauses the schedule, as each further run would cost more', async () => {
    await fleets.schedules.create({
      schedule: {
        scheduleId: 'weekly',
        cron: ['0 2 * * 1'],
        request: generation({ group: 'web', keepLast: 1 }),
      },
    });
    await fleets.schedules.trigger({ scheduleId: 'weekly' });
    await ended('weekly', 1);
    await stack.control.putFaults([{ action: 'DeleteInstance', effect: 'denied', times: 1000 }]);
    const { fleetId } = await fleets.schedules.trigger({ scheduleId: 'weekly' });
    const { runs, paused, note } = await ended('weekly', 2);
    expect(runs[0]).toMatchObject({
      outcome: 'rotation-incomplete',
      problem: expect.stringContaining('AccessDenied'),
    });
    expect({ paused, note }).toEqual({
      paused: true,
      note: expect.stringMatching(`rotation after ${fleetId ?? ''} .*AccessDenied.* lightsail-fleet show `),
    });
    expect(await account.billedNames()).toHaveLength(4);
  }, 60_000);

  it('is not ended by kill -9 of the worker, and by a cancellation only between two deletions', async () => {
    const first = await ready('web-0', { group: 'web' });
    const second = await ready('web-a', { group: 'web' });
    await stack.control.putFaults([{ action: 'DeleteInstance', effect: 'slow', seconds: 40 }]);
    const request = fleetRequest({ names: ['web-b'], fleet: { group: 'web', keepLast: 1 } });
    const { fleetId } = await fleets.startFleet({ request });
    await untilCalled(stack.control, 'DeleteInstance', 'web-0');
    const cancelling = runCommand(stack, ['cancel', fleetId]);
    await cancelRequested(fleetId);
    await stack.worker?.kill();
    await stack.startWorker();
    const { rotation } = await fleets.getResult({ fleetId });
    expect(rotation).toMatchObject({
      removed: [{ fleetId: first.fleetId, resources: 1 }],
      left: [{ fleetId: second.fleetId, cause: 'the run was cancelled before it was deleted' }],
    });
    expect(await cancelling).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /it stands, and no other .*[^]*To remove it, run: lightsail-fleet delete/,
      ),
    });
    expect(await account.billedNames()).toEqual(['web-a', 'web-b']);
  }, 60_000);
});

describe('a run that goes on', () => {
  it('makes the schedule skip what is due meanwhile, and is left by a deletion of the schedule', async () => {
    await stack.control.putFaults([{ effect: 'operation-stuck', action: CREATE, times: 1 }]);
    await fleets.schedules.create({
      schedule: { scheduleId: 'often', cron: ['@every 2s'], request: generation() },
    });
    const { runs } = await waitFor({
      what: 'two runs are skipped',
      condition: async () => {
        const view = await fleets.schedules.get({ scheduleId: 'often' });
        return view.skippedOverlap >= 2 && view;
      },
    });
    expect(runs).toMatchObject([{ outcome: 'running' }]);
    await fleets.schedules.pause({ scheduleId: 'often', note: 'enough' });
    expect(await fleets.schedules.trigger({ scheduleId: 'often' })).toEqual({ state: 'skipped' });
    const deleted = await runCommand(stack, ['schedule', 'delete', 'often', '--yes']);
    const fleetId = runs[0]?.fleetId ?? '';
    expect(deleted).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`lightsail-fleet cancel ${fleetId}`),
    });
    await fleets.cancelFleet({ fleetId });
    await expect(fleets.getResult({ fleetId })).rejects.toThrow('was cancelled');
    expect(await account.billedNames()).toEqual([]);
  }, 60_000);
});

it('a backfill makes the runs that were due, with the names of their times', async () => {
  const request = generation({ nameTemplate: 'web-{date}-{index}' });
  const schedule = { scheduleId: 'daily', cron: ['0 2 * * *'], jitterSeconds: 600, request };
  const { nextRuns } = await fleets.schedules.create({ schedule });
  const day = 24 * 3_600_000;
  const last = Date.parse(nextRuns[0] ?? '') - day;
  const [from, to] = [new Date(last - day).toISOString(), new Date(last).toISOString()];
  const args = ['schedule', 'backfill', 'daily', '--from', from, '--to', to];
  expect(await runCommand(stack, args)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('add --yes'),
  });
  expect(await runCommand(stack, [...args, '--yes'])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('2 runs will be started'),
  });
  await ended('daily', 2);
  const names = [from, to].flatMap((iso) =>
    ['1', '2'].map((index) => `web-${iso.slice(0, 10).replaceAll('-', '')}-${index}`),
  );
  expect(await account.billedNames()).toEqual(names);
  await expect(fleets.schedules.backfill({ scheduleId: 'daily', from, to })).rejects.toThrow('is in use by');
}, 60_000);

describe('what is refused before anything is created', () => {
  const refusal = async (change: object, request: object = generation()) => {
    const schedule = { scheduleId: 'new', cron: ['0 2 * * *'], request, ...change };
    const error: unknown = await fleets.schedules.create({ schedule }).catch((cause: unknown) => cause);
    const { schedules } = await fleets.schedules.list();
    expect(schedules.map(({ scheduleId }) => scheduleId)).not.toContain('new');
    return error instanceof Error ? error.message : 'created';
  };

  it('is a template whose names repeat from run to run, at once or later', async () => {
    const flags = ['--snapshot', 'golden', '--zone', 'us-east-1a', '--bundle', 'nano_3_0', '--count', '2'];
    const args = ['schedule', 'create', 'new', '--cron', '0 2 * * *', ...flags, '--yes'];
    const run = await runCommand(stack, [...args, '--name', 'web-{index}']);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/would both take the name "web-1"/) });
    const twiceADay = { cron: ['0 1,23 * * *'] };
    expect(await refusal(twiceADay, generation({ nameTemplate: 'web-{date}-{index}' }))).toContain(
      'would both take',
    );
    expect(await refusal({}, generation({ nameTemplate: 'web-{time}-{index}' }))).toContain(
      'would both take',
    );
    expect(await refusal({}, fleetRequest())).toContain('request.instanceNames: the runs of');
    const disk = [{ originalDiskPath: '/dev/xvdf', newDiskName: 'data' }];
    const single = { nameTemplate: 'web-{date}', count: 1 };
    const source = { instanceSnapshotName: 'golden-with-disk', bundleId: 'small_3_0' };
    expect(
      await refusal({}, generation(single, { ...source, attachedDiskMapping: { '*': disk } })),
    ).toContain('expected {name} in the names of disks');
  }, 30_000);

  it('is a request whose plan fails, times that nobody understands or that never come, and an id that is taken', async () => {
    expect(await refusal({}, generation({}, { instanceSnapshotName: 'no-such' }))).toContain('no-such');
    expect(await refusal({ timeZone: 'Mars/Base' })).toMatch(/timeZone: .*unknown time zone Mars\/Base/);
    expect(await refusal({ cron: ['61 2 * * *'] })).toMatch(/cron: .*Minute is not in range/);
    expect(await refusal({ cron: ['0 2 30 2 *'] })).toContain('cron: no run is ever due');
    await fleets.schedules.create({
      schedule: { scheduleId: 'taken', cron: ['0 2 * * *'], request: generation() },
    });
    const again = { scheduleId: 'taken', cron: ['0 3 * * *'], request: generation() };
    await expect(fleets.schedules.create({ schedule: again })).rejects.toThrow(
      'schedule taken is there already',
    );
    for (const verb of ['show', 'trigger', 'pause', 'resume', 'delete']) {
      const run = await runCommand(stack, [
        'schedule',
        verb,
        'nope',
        ...(['trigger', 'delete'].includes(verb) ? ['--yes'] : []),
      ]);
      expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('schedule nope is not found') });
    }
  }, 60_000);

  it('is a rotation group that another schedule fills from another source, unless both say so', async () => {
    const grouped = (group: string) => generation({ group, keepLast: 2 });
    await fleets.schedules.create({
      schedule: { scheduleId: 'first', cron: ['0 2 * * *'], request: grouped('web') },
    });
    const source = { instanceSnapshotName: 'golden-with-disk', bundleId: 'small_3_0' };
    const disk = { ...source, attachedDiskMapping: DISKS };
    const taken = (fleet: object) =>
      generation({ nameTemplate: 'b-{date}-{index}', keepLast: 2, ...fleet }, disk);
    await waitFor({
      what: 'the list shows the schedule',
      condition: async () => (await fleets.schedules.list()).schedules.some(({ group }) => group === 'web'),
    });
    expect(await refusal({}, taken({ group: 'web' }))).toContain(
      'group web in us-east-1 is that of schedule first already, which clones golden and not golden-with-disk',
    );
    const oneSided = await refusal({}, taken({ group: 'web', shareGroup: true }));
    expect(oneSided).toContain('fleet.shareGroup: true, which schedule first does not say');
    const schedule = { scheduleId: 'second', cron: ['0 2 * * *'], request: taken({ group: 'web-b' }) };
    expect(await fleets.schedules.create({ schedule })).toMatchObject({ created: true });
    await fleets.schedules.delete({ scheduleId: 'second' });
    const listed = await runCommand(stack, ['schedule', 'list']);
    expect(listed.stdout).toMatch(
      /first +active +\d{4}-\d\d-\d\d 02:00:00 UTC +golden +web +2 +\d+\.\d\d +0 2 \* \* \* \(UTC\)/,
    );
  }, 60_000);
});
