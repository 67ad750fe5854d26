import { checkSize } from '../../../src/activities/plan/check-size';
import type { CloneFleetInput } from '../../../src/contract/clone-fleet-input';

const request: CloneFleetInput = { availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
const names = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => String(index).padStart(length, 'x'));

describe('the size of a fleet', () => {
  it('may be 1,000 instances with the longest names', () => {
    expect(
      checkSize({ request, instanceNames: names(1000, 255), source: { diskPaths: [] } }).problems,
    ).toEqual([]);
  });

  it('may not be so many disks that the result would not fit into a payload', () => {
    const newDiskName = `{name}-${'d'.repeat(200)}`;
    const disks = Array.from({ length: 15 }, () => ({ originalDiskPath: '/dev/xvdf', newDiskName }));
    const { problems } = checkSize({
      request: { ...request, attachedDiskMapping: { '*': disks } },
      instanceNames: names(1000, 10),
      source: { diskPaths: [] },
    });
    expect(problems).toEqual([
      {
        path: 'fleet.count',
        message: expect.stringMatching(/15000 disks make a result of about 6\.\d MiB/),
      },
    ]);
  });

  it('counts the disks that nobody mapped: they are made as well', () => {
    const diskPaths = Array.from({ length: 15 }, (_, index) => `/dev/xvd${String(index)}`);
    expect(
      checkSize({ request, instanceNames: names(600, 231), source: { diskPaths } }).problems,
    ).toHaveLength(1);
  });
});
