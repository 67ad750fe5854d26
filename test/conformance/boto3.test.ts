import { OPERATION_NAMES } from '../../src/simulator/operations/operation-names';
import type { RunningSimulator } from '../../src/simulator/simulator';
import { startSimulator } from '../../src/simulator/simulator';
import { describeWithPython } from './support/describe-with-python';
import type { DriverRow } from './support/run-driver';
import { runDriver, wrongIn } from './support/run-driver';

/** A thousand calls and as many new worlds take 12 s here; a loaded machine gets ten times that. */
const DRIVER_LIMIT_MILLIS = 120_000;

/** Named as the functions of driver/behaviours.py. */
const BEHAVIOURS = [
  'boto3s paginator walks every page of instances',
  'boto3s paginator walks every page of snapshots',
  'boto3s paginator walks every page of operations',
  'boto3s paginator walks every page of bundles',
  'a page token of another listing is refused',
  'inactive bundles are given only where they are asked for',
  'zones are given only where they are asked for',
  'instances live from snapshot to not found',
  'times are those of the clock',
  'an operation that is not served is unknown',
  'the error type is in a header where the setting says so',
];

describeWithPython("boto3, judged by botocore's model", ({ python, test }) => {
  let simulator: RunningSimulator | undefined;
  let rows: DriverRow[];

  beforeAll(async () => {
    simulator = await startSimulator({ speed: 0 });
    rows = await runDriver({ python, url: simulator.url });
  }, DRIVER_LIMIT_MILLIS);

  afterAll(async () => simulator?.close());

  test('drives every operation that the simulator serves, and no other', async () => {
    const driven = new Set(rows.map(({ operation }) => operation).filter((operation) => operation !== ''));
    expect([...driven].sort()).toEqual([...OPERATION_NAMES].sort());
  });

  for (const operation of OPERATION_NAMES) {
    const of = (...kinds: DriverRow['kind'][]) =>
      rows.filter((row) => row.operation === operation && kinds.includes(row.kind));

    test(`${operation} answers as the model has it, whatever members are sent`, async () => {
      expect(of('accepted').map(({ name }) => name)).toContain('minimal');
      expect(wrongIn(of('accepted', 'members'))).toEqual([]);
    });

    test(`${operation} refuses every request that breaks the model`, async () => {
      expect(wrongIn(of('broken'))).toEqual([]);
    });

    test(`${operation} gives every error of its model in the model's shape`, async () => {
      expect(of('struck').length).toBeGreaterThanOrEqual(8);
      expect(wrongIn(of('refused', 'struck'))).toEqual([]);
    });
  }

  for (const behaviour of BEHAVIOURS) {
    test(behaviour, async () => {
      const ran = rows.filter(({ kind, name }) => kind === 'behaviour' && name === behaviour);
      expect(ran).toHaveLength(1);
      expect(wrongIn(ran)).toEqual([]);
    });
  }

  test('no behaviour of the driver goes unseen', async () => {
    const names = rows.filter(({ kind }) => kind === 'behaviour').map(({ name }) => name);
    expect(names.sort()).toEqual([...BEHAVIOURS].sort());
  });

  test('what is answered beyond the model is this and no more', async () => {
    const exceptions = rows.filter(({ kind }) => kind === 'exception').map(({ name }) => name);
    expect(exceptions).toEqual([
      'not in the enum DiskState: deleting',
      'not in the enum OperationType: TagResource',
      'not in the enum OperationType: UntagResource',
    ]);
  });
});
