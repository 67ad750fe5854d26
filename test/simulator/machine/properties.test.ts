import * as fc from 'fast-check';
import { createEngine } from '../../../src/simulator/engine/create-engine';
import { advanceClock } from '../../../src/simulator/engine/advance-clock';
import type { Engine } from '../../../src/simulator/engine/engine';
import { setFaults } from '../../../src/simulator/engine/set-faults';
import { startFaults } from '../../../src/simulator/faults/fault-plan';
import type { FaultRule } from '../../../src/simulator/faults/fault-plan';
import { createRequest } from '../support/create-request';
import type { LedgerRow } from '../support/simulator-under-test';

type Step =
  | { kind: 'create'; names: string[]; mapped: boolean }
  | { kind: 'delete'; name: string }
  | { kind: 'delete-disk'; name: string }
  | { kind: 'advance'; seconds: number };

const name = fc.constantFrom('web-1', 'web-2', 'web-3', 'web-4');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    names: fc.uniqueArray(name, { minLength: 1 }),
    mapped: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('delete' as const), name }),
  fc.record({ kind: fc.constant('delete-disk' as const), name: name.map((of) => `${of}-data`) }),
  fc.record({ kind: fc.constant('advance' as const), seconds: fc.double({ min: 0, max: 40, noNaN: true }) }),
);
const rule: fc.Arbitrary<FaultRule> = fc.record({
  effect: fc.constantFrom(
    'operation-fails',
    'operation-stuck',
    'no-address',
    'late-appearance',
    'reset-after',
    'throttle',
  ),
  times: fc.integer({ min: 1, max: 3 }),
  nth: fc.integer({ min: 1, max: 3 }),
  probability: fc.constantFrom(0.3, 1),
});

function call(engine: Engine, action: string, request: object): void {
  const requestText = JSON.stringify(request);
  engine.call({ action, region: 'us-east-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', request, requestText });
}

function run({ steps, rules }: { steps: readonly Step[]; rules: FaultRule[] }): {
  engine: Engine;
  rows: LedgerRow[];
} {
  const { engine } = createEngine({ speed: 0, seed: 5 });
  setFaults({ engine, faults: startFaults({ seed: 3, rules }) });
  for (const taken of steps) {
    if (taken.kind === 'advance') advanceClock({ engine, seconds: taken.seconds });
    if (taken.kind === 'delete') call(engine, 'DeleteInstance', { instanceName: taken.name });
    if (taken.kind === 'delete-disk') call(engine, 'DeleteDisk', { diskName: taken.name });
    if (taken.kind !== 'create') continue;
    const mapping = taken.names.map((of) => [
      of,
      [{ originalDiskPath: '/dev/xvdf', newDiskName: `${of}-data` }],
    ]);
    const attachedDiskMapping = Object.fromEntries(taken.mapped ? mapping : []) as Record<string, []>;
    const request = {
      instanceNames: taken.names,
      instanceSnapshotName: 'golden-with-disk',
      attachedDiskMapping,
    };
    call(engine, 'CreateInstancesFromSnapshot', createRequest(request));
  }
  const rows = engine.ledger.read({ after: 0, limit: 100_000 }).map((row) => JSON.parse(row) as LedgerRow);
  return { engine, rows };
}

/** States that may follow each other; null = not there. */
const INSTANCE_STEPS = new Set([
  'null>pending',
  'null>not-visible',
  'not-visible>pending',
  'pending>running',
  'running>running',
  'running>shutting-down',
  'pending>shutting-down',
  'shutting-down>null',
  'shutting-down>running',
]);

describe('whatever is called and whatever fails', () => {
  it('the ledger is a gapless story in which each state follows from the one before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.array(rule, { maxLength: 4 }), (steps, rules) => {
        const { engine, rows } = run({ steps, rules });
        rows.forEach((row, index) => expect(row.seq).toBe((rows[0]?.seq ?? 0) + index));
        rows.forEach((row, index) => expect(row.at >= (rows[index - 1]?.at ?? '')).toBe(true));
        const last = new Map<string, string | null>([['Instance/somebody-elses', 'running']]);
        for (const row of rows.filter(({ kind }) => kind === 'change')) {
          const key = `${row.resourceType}/${row.resourceName}`;
          expect(row.from ?? null).toBe(last.get(key) ?? null);
          if (row.resourceType === 'Instance') expect(INSTANCE_STEPS).toContain(`${row.from}>${row.to}`);
          last.set(key, row.to ?? null);
        }
        for (const [key, state] of last) {
          const [type, resourceName = ''] = key.split('/');
          const resource = engine.state.regions.get('us-east-1')?.resources.get(resourceName);
          if (type === 'Operation' || state === 'not-visible') continue;
          expect(resource?.current.state ?? null).toBe(state);
        }
      }),
      { numRuns: 150, seed: 20261123 },
    );
  });

  it('the same steps under the same seed give the same ledger, but for the hour', () => {
    const withoutTimes = (rows: readonly LedgerRow[]): object[] => rows.map(({ at: _at, ...row }) => row);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.array(rule, { maxLength: 3 }), (steps, rules) => {
        expect(withoutTimes(run({ steps, rules }).rows)).toEqual(withoutTimes(run({ steps, rules }).rows));
      }),
      { numRuns: 30, seed: 20261123 },
    );
  });
});
