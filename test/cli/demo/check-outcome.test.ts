import { checkGone, checkStanding } from '../../../src/cli/demo/check-outcome';
import type { LedgerRow } from '../../../src/cli/demo/ledger-row';
import { replayLedger } from '../../../src/cli/demo/replay-ledger';

let seq = 0;
const change = (
  resourceName: string,
  from: string | null,
  to: string | null,
  owner = 'run-1',
): LedgerRow => ({
  seq: ++seq,
  kind: 'change',
  resourceType: 'Instance',
  resourceName,
  from,
  to,
  detail: { tags: { 'lightsail-fleet:owner-id': owner } },
});
const made = (name: string, owner?: string) => [
  change(name, null, 'pending', owner),
  change(name, 'pending', 'running', owner),
];
const removed = (name: string) => [
  change(name, 'running', 'shutting-down'),
  change(name, 'shutting-down', null),
];

const failing = (checks: { claim: string; holds: boolean }[]) =>
  checks.filter(({ holds }) => !holds).map(({ claim }) => claim);
const standing = (rows: LedgerRow[], names = ['a', 'b']) =>
  failing(checkStanding({ histories: replayLedger({ rows, after: 0 }), names, ownerId: 'run-1' }));
const gone = (rows: LedgerRow[]) =>
  failing(checkGone({ histories: replayLedger({ rows, after: 0 }), names: ['a', 'b'] }));

test('a fleet that stands passes', () => {
  expect(standing([...made('a'), ...made('b')])).toEqual([]);
});

test.each([
  ['one that was never made', [...made('a')], '2 instances are running'],
  ['one that is gone again', [...made('a'), ...made('b'), ...removed('b')], '2 instances are running'],
  [
    'one made twice',
    [...made('a'), ...removed('a'), ...made('a'), ...made('b')],
    'each was created exactly once',
  ],
  [
    'one of another owner',
    [...made('a'), ...made('b', 'run-2')],
    'each carries the tag that proves this run made it',
  ],
  ['one too many', [...made('a'), ...made('b'), ...made('c')], 'nothing else was touched'],
])('%s is found', (_, rows, claim) => {
  expect(standing(rows)).toContain(claim);
});

test('a fleet that is gone passes, one that left something does not', () => {
  expect(gone([...made('a'), ...removed('a'), ...made('b'), ...removed('b')])).toEqual([]);
  expect(gone([...made('a'), ...made('b'), ...removed('b')])).toEqual(['none of them is left']);
});

test('an instance that appears late is created once', () => {
  const rows = [
    change('a', null, 'not-visible'),
    change('a', 'not-visible', 'pending'),
    change('a', 'pending', 'running'),
  ];
  expect(replayLedger({ rows, after: 0 }).get('a')?.created).toBe(1);
});

test('rows before the scene, and of other resources, do not count', () => {
  const rows = [...made('a')];
  const after = rows.at(-1)?.seq ?? 0;
  const operation: LedgerRow = { ...change('op', null, 'Started'), resourceType: 'Operation' };
  expect(replayLedger({ rows: [...rows, operation], after }).size).toBe(0);
});
