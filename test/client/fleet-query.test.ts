import { fleetQuery } from '../../src/client/fleet-query';
import { problemsOfFilter, type FleetFilter } from '../../src/contract/fleet-filter';

const OF_FLEETS = "WorkflowType = 'cloneFleet'";

test('no filter asks for every fleet', () => {
  expect(fleetQuery({})).toBe(OF_FLEETS);
});

test('filters go together', () => {
  const query = fleetQuery({
    ...{ state: ['ready', 'rollback-incomplete'], region: 'us-east-1', source: 'golden', group: 'nightly' },
    ...{ fleetIdPrefix: 'nightly-2026', ownerId: '0192f1c4-7a2b-7def-8000-1f2e3d4c5b6a', running: true },
    ...{ since: '2026-11-24T00:00:00+01:00', until: '2026-11-25' },
  });
  expect(query.split(' AND ')).toEqual([
    OF_FLEETS,
    "FleetState IN ('ready', 'rollback-incomplete')",
    "FleetRegion = 'us-east-1'",
    "FleetSource = 'golden'",
    "FleetGroup = 'nightly'",
    "WorkflowId STARTS_WITH 'nightly-2026'",
    "RunId = '0192f1c4-7a2b-7def-8000-1f2e3d4c5b6a'",
    "StartTime >= '2026-11-23T23:00:00.000Z'",
    "StartTime < '2026-11-25T00:00:00.000Z'",
    'CloseTime IS NULL',
  ]);
});

test.each([
  ["o'neil", String.raw`'o\'neil'`],
  [String.raw`back\slash`, String.raw`'back\\slash'`],
  [`x' OR WorkflowType = 'planFleet`, String.raw`'x\' OR WorkflowType = \'planFleet'`],
  [String.raw`\' OR 1=1 --`, String.raw`'\\\' OR 1=1 --'`],
])('%s stays a value', (source, written) => {
  expect(fleetQuery({ source })).toBe(`${OF_FLEETS} AND FleetSource = ${written}`);
});

test.each<[keyof FleetFilter, string]>([
  ['state', 'redy'],
  ['region', 'us-east-1a'],
  ['source', ''],
  ['group', 'x'.repeat(256)],
  ['fleetIdPrefix', "x'"],
  ['ownerId', 'me'],
  ['since', 'yesterday'],
  ['until', '24h'],
  ['since', 'Nov 1'],
])('a %s of %j is refused', (path, value) => {
  const [problem, ...others] = problemsOfFilter({ [path]: value });
  expect(problem).toMatchObject({ path, message: expect.stringContaining('expected') });
  expect(others).toEqual([]);
});
