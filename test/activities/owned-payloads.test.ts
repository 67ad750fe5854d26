import { ownershipTags } from '../../src/contract/tags';
import { ActivityWorld, REGION } from '../support/activity-world';

/** What Temporal takes of one payload. */
const PAYLOAD_BYTES = 2 * 1024 * 1024;
const LIMIT_MILLIS = 120_000;

let world: ActivityWorld;

beforeAll(async () => {
  world = await ActivityWorld.start();
});
afterAll(async () => {
  await world.stop();
});

function instance(index: number, fleetId: string) {
  const ownerId = `0192f1c4-7a2b-7def-8000-${String(index).padStart(12, '0')}`;
  const name = `web-${String(index).padStart(5, '0')}-${'x'.repeat(200)}`;
  return { region: REGION, name, tags: ownershipTags({ fleetId, ownerId }) };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

it(
  'a look at more than a payload holds is cut, and says so',
  async () => {
    await world.control.putSettings({ listingPageSize: 1000 });
    const instances = Array.from({ length: 3_000 }, (_, index) => instance(index, 'f'.repeat(128)));
    await world.control.putWorld({ instances });
    const look = { region: REGION, workflowId: 'delete-it' };
    const cut = await world.run('findOwned', look);
    expect(cut.more).toBe(true);
    expect(cut.instances.length).toBeGreaterThan(500);
    expect(bytesOf(cut)).toBeLessThan(PAYLOAD_BYTES);
    const ownerIds = cut.instances.slice(0, 1).map(({ ownerId }) => ownerId);
    expect(await world.run('findOwned', { ...look, ownerIds })).toMatchObject({
      more: false,
      instances: [{ name: cut.instances[0]?.name }],
    });
  },
  LIMIT_MILLIS,
);

it(
  'a survey of more groups than a payload holds is cut, and says so',
  async () => {
    const instances = Array.from({ length: 300 }, (_, index) => instance(index, `fleet-${String(index)}`));
    await world.control.putWorld({ instances });
    const { groups, more } = await world.run('surveyRegion', { region: REGION, workflowId: 'sweep-it' });
    expect({ groups: groups.length, more }).toEqual({ groups: 250, more: true });
    // A sweep gathers those of all Regions, some twenty, up to 1,500.
    expect((bytesOf(groups) / groups.length) * 1_500).toBeLessThan(PAYLOAD_BYTES);
  },
  LIMIT_MILLIS,
);
