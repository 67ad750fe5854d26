import * as fc from 'fast-check';
import { hostileText } from './hostile-json';

/** Mostly names that there are, so that one odd value is what decides. */
function mostly(...good: string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...good) }, hostileText);
}

const tag = fc.record(
  { key: mostly('team', 'aws:x', 'Team', 'k'.repeat(129)), value: mostly('web', '', 'v'.repeat(257)) },
  { requiredKeys: ['key'] },
);

const disk = fc.record(
  {
    originalDiskPath: mostly('/dev/xvdf', '/dev/xvda', '/dev/sdz'),
    newDiskName: mostly('data-1', 'golden', 'ops', 'web-1', 'd'.repeat(256)),
  },
  { requiredKeys: [] },
);

const addOn = fc.record(
  {
    addOnType: mostly('AutoSnapshot', 'StopInstanceOnIdle'),
    autoSnapshotAddOnRequest: fc.record({ snapshotTimeOfDay: mostly('04:00', '24:00', '4') }),
    stopInstanceOnIdleRequest: fc.record({ threshold: mostly('5', '-1'), duration: mostly('15', '0') }),
  },
  { requiredKeys: ['addOnType'] },
);

const instanceName = mostly('web-1', 'web-2', 'somebody-elses', 'golden', 'constructor', 'n'.repeat(256));

/** A create whose members all have the types of the API, and values of any meaning. */
export const shapelyCreate: fc.Arbitrary<object> = fc.record(
  {
    instanceNames: fc.array(instanceName, { maxLength: 6 }),
    instanceSnapshotName: mostly('golden', 'golden-with-disk', 'somebody-elses'),
    availabilityZone: mostly('us-east-1a', 'us-east-1z', 'eu-west-1a'),
    bundleId: mostly('nano_3_0', 'nano_2_0', 'nano_ipv6_3_0', 'nano_win_3_0'),
    keyPairName: mostly('ops', 'golden'),
    userData: mostly('#!/bin/sh', 'x'.repeat(16_385)),
    ipAddressType: mostly('dualstack', 'ipv4', 'ipv6'),
    tags: fc.array(tag, { maxLength: 60 }),
    addOns: fc.array(addOn, { maxLength: 3 }),
    attachedDiskMapping: fc.dictionary(instanceName, fc.array(disk, { maxLength: 17 }), { maxKeys: 3 }),
    sourceInstanceName: mostly('somebody-elses', 'golden'),
    restoreDate: mostly('2026-11-20', '2026-13-45'),
    useLatestRestorableAutoSnapshot: fc.boolean(),
  },
  { requiredKeys: ['instanceNames', 'availabilityZone', 'bundleId'] },
);
