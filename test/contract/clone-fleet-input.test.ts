import fc from 'fast-check';
import { parseCloneFleetInput } from '../../src/contract/clone-fleet-input';
import { formatProblem } from '../../src/contract/problems';

const minimal = {
  instanceNames: ['web-01', 'web-02'],
  instanceSnapshotName: 'golden',
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
};

function problemsOf(input: unknown): string[] {
  return (parseCloneFleetInput(input).problems ?? []).map(formatProblem);
}

describe('the input of a clone', () => {
  it('is an AWS request as AWS documents it, with nothing dropped', () => {
    const request = {
      ...minimal,
      keyPairName: 'ops',
      userData: '#!/bin/sh\napt-get -y update\n',
      tags: [{ key: 'team', value: 'web' }, { key: 'key-only' }],
      attachedDiskMapping: { 'web-01': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'web-01-data' }] },
      addOns: [
        { addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '06:00' } },
        { addOnType: 'StopInstanceOnIdle', stopInstanceOnIdleRequest: { threshold: '5', duration: '30' } },
      ],
      ipAddressType: 'dualstack',
    };
    expect(parseCloneFleetInput(request)).toEqual({ input: request });
  });

  it('takes a template and a count in place of the names', () => {
    const { instanceNames: _names, ...rest } = minimal;
    expect(problemsOf({ ...rest, fleet: { nameTemplate: 'web-{index:03}', count: 6 } })).toEqual([]);
  });

  it('reports every problem at once, each with its path, what was expected and what came', () => {
    const problems = problemsOf({
      instanceNames: ['web-01', 'web 4', 'web-01', 7],
      availabilityZone: 'somewhere',
      bundleId: '',
      tags: [{ key: 'aws:x' }, { key: 'lightsail-fleet:owner-id', value: 'forged' }],
      instancename: 'x',
      restoreDate: 'yesterday',
      fleet: {
        ...{ batchSize: 0, waitFor: { port: 99999 }, colour: 'red', keepLast: 3 },
        ...{ minReady: 0, onFailure: 'shrug', replaceFailed: 11, fallbackZones: ['b'] },
      },
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^instanceNames\[1\]: expected 2 to 255 characters .*, got "web 4"$/),
        'instanceNames[2]: expected distinct names, got "web-01" again',
        'instanceNames[3]: expected a string, got 7',
        expect.stringMatching(/^availabilityZone: expected .*, got "somewhere"$/),
        'bundleId: expected a bundle id such as nano_3_0, got ""',
        expect.stringMatching(/^tags\[0\]\.key: expected a key that does not start with aws:/),
        expect.stringMatching(/^tags\[1\]\.key: expected a key that does not start with lightsail-fleet:/),
        expect.stringMatching(/^instancename: unknown member/),
        'restoreDate: expected a date, YYYY-MM-DD, got "yesterday"',
        'fleet.batchSize: expected 1 to 100, got 0',
        'fleet.waitFor.port: expected 1 to 65535, got 99999',
        'fleet.group: required beside fleet.keepLast',
        'fleet.minReady: expected 1 to 1000, got 0',
        'fleet.onFailure: expected "rollback" or "keep", got "shrug"',
        'fleet.replaceFailed: expected 0 to 10, got 11',
        'fleet.fallbackZones[0]: expected an Availability Zone such as us-east-2a, got "b"',
        expect.stringMatching(/^fleet\.colour: unknown member/),
        expect.stringMatching(/^instanceSnapshotName: required/),
      ]),
    );
  });

  it.each([
    [undefined, 'required: expected an object, got nothing'],
    [null, 'expected an object, got null'],
    ['nonsense', 'expected an object, got "nonsense"'],
    [[1, 2], 'expected an object, got a list of 2'],
  ])('refuses %j', (input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it('asks for what is required by name', () => {
    expect(problemsOf({})).toEqual([
      'availabilityZone: required: expected a string, got nothing',
      'bundleId: required: expected a string, got nothing',
      'instanceNames: required: expected a list of names, or fleet.nameTemplate and fleet.count, got neither',
      'instanceSnapshotName: required: expected the name of a snapshot (or sourceInstanceName), got nothing',
    ]);
  });

  it.each([
    [{ ...minimal, fleet: { count: 2 } }, 'fleet.count: not allowed beside instanceNames'],
    [
      { ...minimal, fleet: { nameTemplate: 'web-{index}' } },
      'fleet.nameTemplate: not allowed beside instanceNames',
    ],
    [
      { ...minimal, sourceInstanceName: 'web-00' },
      'sourceInstanceName: not allowed beside instanceSnapshotName',
    ],
    [
      { ...minimal, attachedDiskMapping: { 'web-99': [] } },
      'attachedDiskMapping["web-99"]: expected * or one of',
    ],
    [
      { ...minimal, instanceNames: undefined, fleet: { count: 3 } },
      'fleet.nameTemplate: required beside fleet.count',
    ],
    [
      { ...minimal, instanceNames: undefined, fleet: { nameTemplate: 'web', count: 3 } },
      'fleet.nameTemplate: expected {index} in it',
    ],
    [
      { ...minimal, instanceNames: undefined, fleet: { nameTemplate: 'web-{indx}', count: 1 } },
      'fleet.nameTemplate: expected only {index}',
    ],
    [
      { ...minimal, instanceNames: ['web-01', 'web-02'], fleet: { minReady: 3 } },
      'fleet.minReady: expected at most the 2 instances that the fleet has, got 3',
    ],
    [
      { ...minimal, availabilityZone: 'us-east-1a', fleet: { fallbackZones: ['eu-west-1a'] } },
      'fleet.fallbackZones[0]: expected a zone of the Region us-east-1, got "eu-west-1a"',
    ],
    [
      { ...minimal, availabilityZone: 'us-east-1a', fleet: { fallbackZones: ['us-east-1a'] } },
      'fleet.fallbackZones[0]: expected another zone, got "us-east-1a" again',
    ],
  ])('finds the contradiction in case %#', (input, problem) => {
    expect(problemsOf(input)).toEqual([expect.stringContaining(problem)]);
  });

  it('takes exactly one of the ways to name an automatic snapshot', () => {
    const { instanceSnapshotName: _name, ...rest } = minimal;
    const automatic = { ...rest, sourceInstanceName: 'web-00' };
    expect(problemsOf({ ...automatic, restoreDate: '2026-11-01' })).toEqual([]);
    expect(problemsOf({ ...automatic, useLatestRestorableAutoSnapshot: true })).toEqual([]);
    expect(problemsOf(automatic)).toHaveLength(1);
    expect(
      problemsOf({ ...automatic, restoreDate: '2026-11-01', useLatestRestorableAutoSnapshot: true }),
    ).toHaveLength(1);
  });

  it('takes names of what is there by the rule of the API model, which is wider than that for new names', () => {
    const there = { instanceSnapshotName: '_golden_', keyPairName: '-ops.' };
    expect(problemsOf({ ...minimal, ...there })).toEqual([]);
    expect(problemsOf({ ...minimal, instanceNames: ['_web_'] })).toHaveLength(1);
  });

  it('never repeats user data in a problem', () => {
    const problems = problemsOf({ ...minimal, userData: 'SECRET'.repeat(4000) });
    expect(problems).toEqual(['userData: expected at most 16384 bytes, got 24000 bytes (hidden)']);
    expect(problemsOf({ ...minimal, userData: 12345678 })).toEqual([
      'userData: expected a string, got a number (hidden)',
    ]);
  });

  it('answers anything at all with problems or an input, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (input) => {
        const { input: parsed, problems } = parseCloneFleetInput(input);
        expect((parsed === undefined) !== (problems === undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
