import { audit } from './auditor';
import type { AuditedRemoval, AuditedRun, Outcome, RemovalResult } from './audit/evidence';
import { goodWorld, scheduled, STRANGER, type SampleRemoval, type SampleWorld } from './audit/sample-world';

/** The violations of a good world after something was done to it. */
function auditAfter(doctor: (world: SampleWorld) => void) {
  const world = goodWorld();
  doctor(world);
  return audit(world.evidence());
}

function checksAfter(doctor: (world: SampleWorld) => void): string[] {
  return [...new Set(auditAfter(doctor).map(({ check }) => check))].sort();
}

function runOf(world: SampleWorld, ownerId: string): AuditedRun {
  const run = world.runs.find((one) => one.ownerId === ownerId);
  if (run === undefined) throw new Error(`no run of ${ownerId}`);
  return run;
}

function resultOf(world: SampleWorld) {
  return (runOf(world, 'one').outcome as Extract<Outcome, { status: 'ready' }>).result;
}

/** What was done to a world so far was done while the run went on. */
function endsNow(world: SampleWorld, ownerId: string): void {
  runOf(world, ownerId).endedAt = world.now;
}

const failedWith = (type: string, names: string[]): Outcome => ({
  ...{ status: 'failed', type, message: 'it failed' },
  details: { survivors: names.map((name) => ({ resourceType: 'Instance', name })) },
});

describe('the auditor', () => {
  it('finds nothing in a good world', () => {
    expect(auditAfter(() => undefined)).toEqual([]);
  });

  it('says in a sentence what happened', () => {
    expect(auditAfter((world) => world.create({ names: ['app-01'], ownerId: 'two' }))).toContainEqual({
      check: 'all or nothing',
      sentence:
        'fleet fleet-two failed with OperationFailed and left Instance app-01 (running) behind without naming it',
    });
  });
});

describe('all or nothing', () => {
  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    ['a failed fleet leaves an instance', (world) => world.create({ names: ['app-01'], ownerId: 'two' })],
    [
      'a failed fleet leaves a disk',
      (world) => {
        world.create({ names: ['app-01'], ownerId: 'two', disk: 'app-data' });
        world.delete({ name: 'app-01' });
      },
    ],
    [
      'a cancelled fleet leaves an instance that nobody sees yet',
      (world) => {
        runOf(world, 'two').outcome = { status: 'cancelled' };
        const request = {
          instanceNames: ['app-01'],
          tags: [{ key: 'lightsail-fleet:owner-id', value: 'two' }],
        };
        const cause = world.call({ action: 'CreateInstancesFromSnapshot', request, status: null });
        world.change({ resourceName: 'app-01', to: 'not-visible', cause });
      },
    ],
    [
      'an instance of a ready fleet is gone',
      (world) => {
        world.delete({ name: 'web-02' });
        endsNow(world, 'one');
      },
    ],
    [
      'an instance of a ready fleet was made again, so that its result names another one',
      (world) => {
        world.delete({ name: 'web-02' });
        world.create({ names: ['web-02'], ownerId: 'one' });
        endsNow(world, 'one');
      },
    ],
    [
      'an instance of a ready fleet does not run',
      (world) => world.change({ resourceName: 'web-02', from: 'running', to: 'stopped', cause: 'clock' }),
    ],
    ['a ready fleet has an instance more', (world) => world.create({ names: ['web-03'], ownerId: 'one' })],
    [
      'a ready fleet has a disk more',
      (world) => world.create({ names: ['web-03'], ownerId: 'one', disk: 'data-03' }),
    ],
    [
      'a ready fleet has fewer instances than were asked for',
      (world) => (runOf(world, 'one').request = { fleet: { count: 3 } }),
    ],
    [
      'a ready fleet has more instances than were asked for',
      (world) => (runOf(world, 'one').request = { instanceNames: ['web-01'] }),
    ],
    ['a run has no outcome', (world) => (runOf(world, 'one').outcome = { status: 'lost', how: 'it hangs' })],
    [
      'a loud failure names nothing',
      (world) => (runOf(world, 'two').outcome = failedWith('RollbackIncomplete', [])),
    ],
    [
      'a quiet failure names survivors',
      (world) => (runOf(world, 'two').outcome = failedWith('OperationFailed', ['app-01'])),
    ],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toContain('all or nothing');
  });

  it('takes a fleet as whole that has as many as fleet.minReady asks', () => {
    const doctor = (world: SampleWorld) => {
      runOf(world, 'one').request = { fleet: { count: 3, minReady: 2 } };
    };
    expect(checksAfter(doctor)).toEqual([]);
  });

  it('takes an instance that does not run yet where only its operation was waited for', () => {
    const doctor = (world: SampleWorld) => {
      runOf(world, 'one').request = { instanceNames: ['web-01', 'web-02'], fleet: { waitFor: 'operation' } };
      world.change({ resourceName: 'web-02', from: 'running', to: 'pending', cause: 'clock' });
    };
    expect(checksAfter(doctor)).toEqual([]);
  });

  it('takes what a failure names as told, for a rollback that was refused and for a fleet that is kept', () => {
    const kept = (world: SampleWorld) => {
      world.create({ names: ['app-01'], ownerId: 'two' });
      runOf(world, 'two').request = { instanceNames: ['app-01'], fleet: { onFailure: 'keep' } };
      runOf(world, 'two').outcome = failedWith('OperationFailed', ['app-01']);
    };
    expect(checksAfter(kept)).toEqual([]);
    const refused = (world: SampleWorld) => {
      world.create({ names: ['app-01'], ownerId: 'two' });
      world.call({ action: 'DeleteInstance', status: 400, errorType: 'AccessDeniedException' });
      runOf(world, 'two').outcome = failedWith('RollbackIncomplete', ['app-01']);
    };
    expect(checksAfter(refused)).toEqual([]);
  });
});

describe('disks of an instance that nobody could look at', () => {
  const left = (cause: string) => (world: SampleWorld) => {
    world.create({ names: ['app-01'], ownerId: 'two', disk: 'app-data' });
    world.call({ action: 'GetInstance', status: 400, errorType: 'AccessDeniedException' });
    const survivors = [{ resourceType: 'Instance', name: 'app-01', cause }];
    runOf(world, 'two').outcome = {
      ...{ status: 'failed', type: 'RollbackIncomplete', message: 'nobody could look' },
      details: { survivors },
    };
  };

  it('were told of with their instance when the run ended, whatever removed both later', () => {
    const tidiedUp = (cause: string) => (world: SampleWorld) => {
      left(cause)(world);
      runOf(world, 'two').endedAt = world.now;
      for (let seconds = 0; seconds < 10; seconds += 1) world.call({ action: 'GetInstances' });
      world.change({ resourceName: 'app-01', from: 'running', cause: 'clock' });
      world.change({ resourceType: 'Disk', resourceName: 'app-data', from: 'in-use', cause: 'clock' });
    };
    expect(checksAfter(tidiedUp('it may be there, with its disks, as nobody could look'))).toEqual([]);
    expect(checksAfter(tidiedUp('it may be there, as nobody could look'))).toEqual(['all or nothing']);
  });

  it('are told of when the failure says that there are some, and not otherwise', () => {
    expect(checksAfter(left('it may be there, with its disks, as nobody could look'))).toEqual([]);
    expect(checksAfter(left('it may be there, as nobody could look'))).toEqual([
      'all or nothing',
      'nothing unnamed at the end',
    ]);
  });
});

describe('nothing unnamed at the end', () => {
  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    ['a worker makes an instance without an owner', (world) => world.create({ names: ['web-09'] })],
    [
      'a worker makes one of an owner that is no run',
      (world) => world.create({ names: ['web-09'], ownerId: 'x' }),
    ],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toEqual([
      'no create without a registered undo',
      'nothing unnamed at the end',
    ]);
  });

  it('leaves what strangers make to them', () => {
    expect(checksAfter((world) => world.create({ names: ['theirs'], key: STRANGER }))).toEqual([]);
  });
});

describe('nothing foreign touched', () => {
  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    ['what was there from the start is deleted', (world) => world.delete({ name: 'somebody-elses' })],
    [
      "a stranger's instance is deleted",
      (world) => {
        world.create({ names: ['theirs'], key: STRANGER });
        world.delete({ name: 'theirs' });
      },
    ],
    [
      "a disk that came with a stranger's instance is deleted",
      (world) => {
        world.create({ names: ['theirs'], key: STRANGER, disk: 'their-data' });
        world.delete({ name: 'their-data', type: 'Disk' });
      },
    ],
    [
      'the tags of what was there are changed',
      (world) => {
        const cause = world.call({ action: 'TagResource', request: { resourceName: 'somebody-elses' } });
        const change = { resourceName: 'somebody-elses', from: 'running', to: 'running', cause };
        world.change(change);
      },
    ],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toContain('nothing foreign touched');
  });

  it('leaves a delete alone that was refused', () => {
    const doctor = (world: SampleWorld) => {
      world.call({ action: 'DeleteInstance', request: { instanceName: 'somebody-elses' }, status: 400 });
    };
    expect(checksAfter(doctor)).toEqual([]);
  });
});

describe('no double create', () => {
  it('fires when a name is made again while it is live', () => {
    const again = (world: SampleWorld) => world.create({ names: ['web-01'], ownerId: 'one' });
    expect(checksAfter(again)).toContain('no double create');
  });
});

describe('no create without a registered undo', () => {
  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    ['history names other instances', (world) => (runOf(world, 'one').history = [])],
    [
      'history names them only after the call',
      (world) => {
        const input = { instanceNames: ['web-01', 'web-02'] };
        const at = '2026-11-25T13:00:00Z';
        runOf(world, 'one').history = [scheduled({ type: 'createInstances', input, at })];
      },
    ],
    [
      'another activity names them',
      (world) => {
        const input = { instanceNames: ['web-01', 'web-02'] };
        runOf(world, 'one').history = [scheduled({ type: 'awaitReady', input })];
      },
    ],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toEqual(['no create without a registered undo']);
  });

  it('fires for a create that was refused, too', () => {
    const request = { instanceNames: ['web-77'], tags: [{ key: 'lightsail-fleet:owner-id', value: 'one' }] };
    const doctor = (world: SampleWorld) =>
      void world.call({ action: 'CreateInstancesFromSnapshot', request, status: 400 });
    expect(checksAfter(doctor)).toEqual(['no create without a registered undo']);
  });
});

describe('no delete without a record', () => {
  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    [
      "an instance's disk is not in history when it is deleted",
      (world) => {
        const run = runOf(world, 'two');
        const input = { instances: [{ name: 'app-01', disks: [] }] };
        run.history = [
          ...run.history.slice(0, 1),
          scheduled({ type: 'removeInstances', input }),
          scheduled({
            type: 'removeDisks',
            input: { disks: [{ name: 'app-data' }] },
            at: '2026-11-25T12:00:19Z',
          }),
        ];
      },
    ],
    [
      'no removal is in history',
      (world) => (runOf(world, 'two').history = runOf(world, 'two').history.slice(0, 1)),
    ],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toEqual(['no delete without a record']);
  });
});

const NOTHING_LEFT: RemovalResult = { removed: [], leftAlone: [], survivors: [], unread: [] };
const done = (result: Partial<RemovalResult> = {}): AuditedRemoval['outcome'] => ({
  status: 'ready',
  result: { ...NOTHING_LEFT, ...result },
});
const WEBS = {
  ownerId: 'one',
  instances: [{ name: 'web-01', disks: [{ name: 'data-01' }] }, { name: 'web-02' }],
};
const ALL_OF_ONE = [
  { type: 'removeInstances', input: WEBS },
  { type: 'removeDisks', input: { ownerId: 'one', disks: [{ name: 'data-01' }] } },
];

/** Fleet one, which stands, is deleted whole. */
const deleteOfOne = (world: SampleWorld, more: Partial<SampleRemoval> = {}) => {
  world.removal({
    ...{ kind: 'delete', request: { fleetId: 'fleet-one' }, outcome: done(), steps: ALL_OF_ONE },
    act: () => {
      for (const name of ['web-01', 'web-02']) world.delete({ name });
      world.delete({ name: 'data-01', type: 'Disk' });
    },
    ...more,
  });
};
/** Fleet two failed, and left an instance that it names. */
const leavingTwo = (world: SampleWorld) => {
  world.create({ names: ['app-01'], ownerId: 'two' });
  world.call({ action: 'DeleteInstance', status: 400, errorType: 'AccessDeniedException' });
  runOf(world, 'two').outcome = failedWith('RollbackIncomplete', ['app-01']);
  endsNow(world, 'two');
};
const APP = { type: 'removeInstances', input: { ownerId: 'two', instances: [{ name: 'app-01' }] } };
const sweepOfTwo = (world: SampleWorld, more: Partial<SampleRemoval> = {}) => {
  leavingTwo(world);
  world.removal({
    ...{ kind: 'sweep', request: { delete: true }, outcome: done(), steps: [APP] },
    act: () => {
      world.delete({ name: 'app-01' });
    },
    ...more,
  });
};

describe('a removal keeps out of what is not its', () => {
  it('takes a delete of a fleet that stands, and a sweep of what one left', () => {
    expect(checksAfter(deleteOfOne)).toEqual([]);
    expect(checksAfter(sweepOfTwo)).toEqual([]);
  });

  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    [
      'a sweep takes a fleet that stands',
      (world) => deleteOfOne(world, { kind: 'sweep', request: { delete: true } }),
    ],
    ['a sweep that is to report deletes', (world) => sweepOfTwo(world, { request: {} })],
    [
      'a sweep takes what is too young',
      (world) => sweepOfTwo(world, { request: { delete: true, minimumAgeHours: 1 } }),
    ],
    ['a delete takes another fleet', (world) => deleteOfOne(world, { request: { fleetId: 'fleet-two' } })],
    ["a delete takes another run's", (world) => deleteOfOne(world, { request: { ownerId: 'two' } })],
    [
      'a delete takes what a run has that goes on',
      (world) => {
        deleteOfOne(world);
        runOf(world, 'one').endedAt = '2026-11-25T13:00:00Z';
      },
    ],
    [
      'a removal takes what no run of this world has',
      (world) => sweepOfTwo(world, { steps: [APP, { type: 'removeInstances', input: { ownerId: 'x' } }] }),
    ],
    [
      'a removal does not say whose it takes',
      (world) => sweepOfTwo(world, { steps: [APP, { type: 'removeDisks', input: {} }] }),
    ],
    [
      'what stands is deleted though nobody asked',
      (world) => {
        world.call({ action: 'GetInstances' });
        world.delete({ name: 'web-02' });
      },
    ],
    [
      'disks are deleted that were to stay',
      (world) => deleteOfOne(world, { request: { fleetId: 'fleet-one', disks: false } }),
    ],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toContain('a removal keeps out of what is not its');
  });
});

describe('a removal is as it tells', () => {
  const stays = { act: () => undefined };
  const removed = [{ resourceType: 'Instance', name: 'app-01', ownerId: 'two' }];
  const app = { resourceType: 'Instance', name: 'app-01', cause: 'denied' };
  const refused: AuditedRemoval['outcome'] = {
    status: 'failed',
    type: 'InvalidRequest',
    message: 'it runs',
    details: {},
  };

  it.each<[name: string, doctor: (world: SampleWorld) => void]>([
    ['it has no outcome', (world) => sweepOfTwo(world, { outcome: { status: 'lost', how: 'it hangs' } })],
    ['it is cancelled', (world) => sweepOfTwo(world, { outcome: { status: 'cancelled' } })],
    [
      'what it removed is there',
      (world) => sweepOfTwo(world, { ...stays, outcome: done({ removed, survivors: [app] }) }),
    ],
    ['it leaves what it does not name', (world) => sweepOfTwo(world, stays)],
    [
      'a delete leaves a disk that it does not name',
      (world) =>
        deleteOfOne(world, {
          request: { fleetId: 'fleet-one', disks: false },
          act: () => {
            const cause = world.call({ action: 'TagResource', request: { resourceName: 'data-01' } });
            const detail = { tags: { 'lightsail-fleet:owner-id': 'one' } };
            const change = { resourceType: 'Disk', resourceName: 'data-01', from: 'in-use', to: 'in-use' };
            world.change({ ...change, cause, detail });
            for (const name of ['web-01', 'web-02']) world.delete({ name });
          },
        }),
    ],
    ['it is refused and nothing runs', (world) => sweepOfTwo(world, { ...stays, outcome: refused })],
  ])('fires when %s', (_name, doctor) => {
    expect(checksAfter(doctor)).toContain('a removal is as it tells');
  });

  it('takes what it names as left, and a refusal of what was running', () => {
    expect(
      checksAfter((world) => sweepOfTwo(world, { ...stays, outcome: done({ survivors: [app] }) })),
    ).toEqual([]);
    const early = { startedAt: '2026-11-25T11:59:30Z', steps: [], ...stays, outcome: refused };
    expect(checksAfter((world) => deleteOfOne(world, early))).toEqual([]);
  });
});

describe('what lost its owner tag is left', () => {
  const untag = (world: SampleWorld) => {
    const request = { resourceName: 'app-01' };
    const cause = world.call({ action: 'UntagResource', accessKeyId: STRANGER, request });
    world.change({ resourceName: 'app-01', from: 'running', to: 'running', cause, detail: { tags: {} } });
  };
  const rolledBack = (between: (world: SampleWorld) => void) => (world: SampleWorld) => {
    world.create({ names: ['app-01'], ownerId: 'two' });
    between(world);
    world.delete({ name: 'app-01' });
    endsNow(world, 'two');
  };
  const read = (world: SampleWorld) =>
    world.call({ action: 'GetInstance', request: { instanceName: 'app-01' } });

  it('fires when it is deleted by who has read it since, and not by who could not know', () => {
    const known = rolledBack((world) => {
      untag(world);
      read(world);
    });
    expect(checksAfter(known)).toEqual(['what lost its owner tag is left']);
    const unknown = rolledBack((world) => {
      read(world);
      untag(world);
    });
    expect(checksAfter(unknown)).toEqual([]);
  });

  it('is a reason to be loud', () => {
    const doctor = (world: SampleWorld) => {
      world.create({ names: ['app-01'], ownerId: 'two' });
      untag(world);
      runOf(world, 'two').outcome = failedWith('RollbackIncomplete', ['app-01']);
      endsNow(world, 'two');
    };
    expect(checksAfter(doctor)).toEqual([]);
  });
});

describe('what somebody deletes by hand', () => {
  const byHand = (name: string) => (world: SampleWorld) => {
    world.delete({ name, key: STRANGER });
    endsNow(world, 'one');
  };

  it('may be missing from a fleet that stands, and its disk may not be left without a name', () => {
    expect(checksAfter(byHand('web-02'))).toEqual([]);
    const unnamed = (world: SampleWorld) => {
      const mapping = { 'app-01': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'app-data2' }] };
      world.create({ names: ['app-01'], ownerId: 'two', disk: 'app-data2', mapping });
      byHand('app-01')(world);
      endsNow(world, 'two');
    };
    expect(checksAfter(unnamed)).toEqual(['all or nothing', 'nothing unnamed at the end']);
  });

  it('leaves a disk that nobody can name where no mapping does', () => {
    const doctor = (world: SampleWorld) => {
      world.create({ names: ['app-01'], ownerId: 'two', disk: 'app-01-disk-1' });
      byHand('app-01')(world);
      endsNow(world, 'two');
    };
    expect(checksAfter(doctor)).toEqual([]);
  });
});

describe('rate kept', () => {
  const burst = (world: SampleWorld, key: string, count: number) => {
    const at = '2026-11-25T12:10:00Z';
    for (let index = 0; index < count; index++) world.call({ action: 'GetInstance', accessKeyId: key, at });
  };

  it('fires when a worker sends more than its rate and burst allow, and not at once below', () => {
    expect(checksAfter((world) => burst(world, 'AKIAWORKER', 29))).toEqual(['rate kept']);
    expect(checksAfter((world) => burst(world, 'AKIAWORKER', 28))).toEqual([]);
    expect(checksAfter((world) => burst(world, STRANGER, 100))).toEqual([]);
  });

  it('counts in real time', () => {
    const world = goodWorld();
    for (let index = 0; index < 30; index++) {
      world.call({
        action: 'GetInstance',
        at: new Date(Date.parse('2026-11-25T12:10:00Z') + index * 1000).toISOString(),
      });
    }
    const evidence = world.evidence();
    expect(audit(evidence)).toEqual([]);
    const fast = audit({ ...evidence, clock: { ...evidence.clock, speed: 100 } });
    expect(fast.map(({ check }) => check)).toContain('rate kept');
  });
});

describe('loud only for a reason', () => {
  it('fires when a rollback gives up although no call was refused for good', () => {
    const doctor = (world: SampleWorld) => {
      world.create({ names: ['app-01'], ownerId: 'two' });
      runOf(world, 'two').outcome = failedWith('RollbackIncomplete', ['app-01']);
    };
    expect(checksAfter(doctor)).toEqual(['loud only for a reason']);
  });

  it('fires when a sweep leaves something although no call was refused for good', () => {
    const doctor = (world: SampleWorld) => {
      world.create({ names: ['app-01'], ownerId: 'two' });
      runOf(world, 'two').request = { instanceNames: ['app-01'], fleet: { onFailure: 'keep' } };
      runOf(world, 'two').outcome = failedWith('OperationFailed', ['app-01']);
      endsNow(world, 'two');
      const survivors = [{ resourceType: 'Instance', name: 'app-01', cause: 'it did not want to' }];
      world.removal({ kind: 'sweep', request: { delete: true }, outcome: done({ survivors }) });
    };
    expect(checksAfter(doctor)).toEqual(['loud only for a reason']);
  });
});

describe('what was there when a run ended', () => {
  it('counts, also where a sweep has removed it since', () => {
    const doctor = (world: SampleWorld) => {
      sweepOfTwo(world);
      runOf(world, 'two').outcome = { status: 'cancelled' };
    };
    expect(checksAfter(doctor)).toEqual(['all or nothing']);
  });
});

describe('failed as it tells', () => {
  it('fires when a fleet fails for an operation that did not fail', () => {
    const doctor = (to: string) => (world: SampleWorld) => {
      const details = { instances: [{ name: 'app-01', operationId: 'op-1' }] };
      runOf(world, 'two').outcome = {
        ...{ status: 'failed', type: 'OperationFailed', message: '' },
        details,
      };
      world.change({ resourceType: 'Operation', resourceName: 'op-1', from: 'Started', to, cause: 'clock' });
    };
    expect(checksAfter(doctor('Succeeded'))).toEqual(['failed as it tells']);
    expect(checksAfter(doctor('Failed'))).toEqual([]);
  });

  it('fires when a fleet stands with an instance whose operation failed', () => {
    const doctor = (world: SampleWorld) => {
      const result = resultOf(world);
      result.instances = result.instances.map((one, index) => ({
        ...one,
        operationId: `op-${String(index)}`,
      }));
      const change = { resourceType: 'Operation', resourceName: 'op-1', from: 'Started', to: 'Failed' };
      world.change({ ...change, cause: 'clock' });
    };
    expect(checksAfter(doctor)).toEqual(['failed as it tells']);
  });
});

describe('a result', () => {
  it('that names an instance which is not there is not believed', () => {
    const doctor = (world: SampleWorld) => {
      runOf(world, 'one').request = { fleet: { count: 3 } };
      resultOf(world).instances = [...resultOf(world).instances, { name: 'web-03', disks: [] }];
    };
    expect(checksAfter(doctor)).toEqual(['all or nothing']);
  });
});
