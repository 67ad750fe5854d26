import { flagsToRequest } from '../../../src/cli/request/flags-to-request';

const convert = (flags: object, base = {}) => flagsToRequest({ flags, base });

test('flags become an AWS request and our own options', () => {
  const { request, problems } = convert({
    snapshot: 'golden',
    zone: 'us-east-1a',
    bundle: 'nano_3_0',
    name: ['web-{index}'],
    count: '3',
    tag: ['team=web', 'spot', 'eq=a=b'],
    keyPair: 'ops',
    ipAddressType: 'ipv4',
    waitFor: 'port:22',
    batchSize: '10',
  });
  expect(problems).toEqual([]);
  expect(request).toEqual({
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'nano_3_0',
    keyPairName: 'ops',
    ipAddressType: 'ipv4',
    tags: [{ key: 'team', value: 'web' }, { key: 'spot' }, { key: 'eq', value: 'a=b' }],
    fleet: { nameTemplate: 'web-{index}', count: 3, waitFor: { port: 22 }, batchSize: 10 },
  });
});

test('several plain names are names, not a template', () => {
  expect(convert({ name: ['a1', 'b1'] }).request).toEqual({ instanceNames: ['a1', 'b1'] });
});

test('flags override the file, member by member', () => {
  const base = {
    instanceSnapshotName: 'old',
    bundleId: 'micro_3_0',
    tags: [
      { key: 'team', value: 'db' },
      { key: 'keep', value: '1' },
    ],
    fleet: { nameTemplate: 'db-{index}', count: 2, batchSize: 5 },
  };
  expect(convert({ snapshot: 'new', count: '4', tag: ['team=web'] }, base).request).toEqual({
    instanceSnapshotName: 'new',
    bundleId: 'micro_3_0',
    tags: [
      { key: 'keep', value: '1' },
      { key: 'team', value: 'web' },
    ],
    fleet: { nameTemplate: 'db-{index}', count: 4, batchSize: 5 },
  });
});

test('a source by flag replaces the whole source of the file', () => {
  const base = { sourceInstanceName: 'web', useLatestRestorableAutoSnapshot: true };
  expect(convert({ snapshot: 'golden' }, base).request).toEqual({ instanceSnapshotName: 'golden' });
  const other = convert(
    { sourceInstance: 'db', restoreDate: '2026-11-20' },
    { instanceSnapshotName: 'golden' },
  );
  expect(other.request).toEqual({ sourceInstanceName: 'db', restoreDate: '2026-11-20' });
});

test('names by flag replace a template of the file, and the other way round', () => {
  expect(
    convert({ name: ['one'] }, { fleet: { nameTemplate: 'x-{index}', count: 2, batchSize: 1 } }).request,
  ).toEqual({
    instanceNames: ['one'],
    fleet: { batchSize: 1 },
  });
  expect(convert({ name: ['w-{index}'], count: '2' }, { instanceNames: ['a'] }).request).toEqual({
    fleet: { nameTemplate: 'w-{index}', count: 2 },
  });
});

test('what is no number is left for the schema to refuse with what came', () => {
  expect(convert({ name: ['w-{index}'], count: 'six' }).request.fleet).toMatchObject({ count: 'six' });
});

test('two templates and an empty tag key are told together', () => {
  const { problems } = convert({ name: ['a-{index}', 'b-{index}'], count: '2', tag: ['=x'] });
  expect(problems.map(({ path }) => path)).toEqual(['--name', '--tag']);
});

test('the base is left as it was', () => {
  const base = { tags: [{ key: 'a' }], fleet: { count: 1 } };
  convert({ tag: ['b=1'], count: '2' }, base);
  expect(base).toEqual({ tags: [{ key: 'a' }], fleet: { count: 1 } });
});

test('disks and add-ons by flag become AWS members', () => {
  const { request, problems } = convert({
    disk: ['/dev/xvdf={name}-data', '/dev/xvdg={name}-logs'],
    addOn: ['AutoSnapshot=06:00', 'StopInstanceOnIdle=5,15', 'Other'],
  });
  expect(problems).toEqual([]);
  expect(request).toEqual({
    attachedDiskMapping: {
      '*': [
        { originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' },
        { originalDiskPath: '/dev/xvdg', newDiskName: '{name}-logs' },
      ],
    },
    addOns: [
      { addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '06:00' } },
      { addOnType: 'StopInstanceOnIdle', stopInstanceOnIdleRequest: { threshold: '5', duration: '15' } },
      { addOnType: 'Other' },
    ],
  });
});

test('a disk without a name is told', () => {
  expect(convert({ disk: ['/dev/xvdf'] }).problems).toEqual([
    { path: '--disk', message: 'expected path=name, such as /dev/xvdf={name}-data, got "/dev/xvdf"' },
  ]);
});

test('user data by flag replaces the user data file of the request', () => {
  const base = { fleet: { userDataFile: 'boot.sh' } };
  expect(flagsToRequest({ flags: {}, base, userData: 'true' }).request).toEqual({ userData: 'true' });
});
