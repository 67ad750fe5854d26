import type { Instance } from '@aws-sdk/client-lightsail';
import { readGenerations } from '../../src/activities/read-generations';
import type { RunStates } from '../../src/activities/run-states';
import type { RunState } from '../../src/contract/run-state';
import { creationTags, type CreationTagsInput } from '../../src/contract/tags';
import { TEMPORAL_NAMESPACE } from '../support/activity-world';

const HOUR = 3_600_000;
const { id: namespace } = TEMPORAL_NAMESPACE;
const tagged = {
  fleetId: 'nightly',
  ownerId: 'run-1',
  group: 'web',
  source: 'golden',
  namespace,
  minReady: 2,
};

const instance = (ageHours: number, change: Partial<CreationTagsInput> = {}): Instance => ({
  tags: creationTags({ ...tagged, ...change }).map(({ key, value }) => ({ key, value })),
  createdAt: new Date(Date.now() - ageHours * HOUR),
});

const runStatesOf = (state: RunState): RunStates => ({
  ofOwner: ({ ownerId }) => Promise.resolve({ ownerId, state, group: 'web' }),
  latest: () => Promise.resolve(undefined),
});

async function doubtOf(instances: Instance[], state: RunState): Promise<string | undefined> {
  const {
    generations: [one],
  } = await readGenerations({
    ...{ instances, group: 'web', temporalNamespace: TEMPORAL_NAMESPACE },
    runStates: runStatesOf(state),
  });
  if (one === undefined) throw new Error('expected a generation');
  return one.doubt;
}

it('instances that are being deleted count for no fleet', async () => {
  const going = { ...instance(100), state: { name: 'shutting-down', code: 32 } };
  const input = { group: 'web', temporalNamespace: TEMPORAL_NAMESPACE, runStates: runStatesOf('completed') };
  expect((await readGenerations({ ...input, instances: [going] })).generations).toEqual([]);
  expect((await readGenerations({ ...input, instances: [going, instance(100)] })).generations).toMatchObject([
    { instances: 1, running: 0, minReady: 2 },
  ]);
});

it('of a group that is too large for a rotation the own fleet is read, and all are counted', async () => {
  const instances = Array.from({ length: 502 }, (_, index) =>
    instance(100, { ownerId: `run-${String(index)}` }),
  );
  const { generations, total } = await readGenerations({
    ...{ instances, group: 'web', temporalNamespace: TEMPORAL_NAMESPACE, ownerId: 'run-501' },
    runStates: runStatesOf('completed'),
  });
  expect([generations[0]?.ownerId, generations.length, total]).toEqual(['run-501', 500, 502]);
});

describe('an older fleet of a group', () => {
  it('is doubted when another cluster made it, though the names of both namespaces are the same', async () => {
    const other = '9d3ae3a0-1f5c-4a4d-9c65-1f0f6d5bb0a1';
    expect(await doubtOf([instance(100, { namespace: other })], 'not-found')).toMatch(
      `it is of another namespace of Temporal: ${other}, and this one is default, ${namespace}`,
    );
    expect(await doubtOf([instance(100, { namespace: undefined })], 'not-found')).toContain('(no tag)');
    expect(await doubtOf([instance(100), instance(100, { namespace: other })], 'completed')).toContain(
      'disagree',
    );
    expect(await doubtOf([instance(100), instance(100, { minReady: 1 })], 'completed')).toContain('disagree');
  });

  it('is doubted when its run is not known and could not be forgotten yet, by its youngest instance', async () => {
    const young =
      'Temporal does not know its run, though it is younger than the 24 h that histories are kept';
    expect(await doubtOf([instance(100), instance(23)], 'not-found')).toContain(young);
    expect(await doubtOf([instance(100), instance(25)], 'not-found')).toBeUndefined();
    expect(await doubtOf([instance(1)], 'completed')).toBeUndefined();
  });
});
