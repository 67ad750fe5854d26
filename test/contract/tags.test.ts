import { isOwnedBy, ownershipTags } from '../../src/contract/tags';

const owner = { fleetId: 'nightly', ownerId: 'run-1' };

describe('ownership', () => {
  it('is proved by the owner id that the create request carried', () => {
    expect(isOwnedBy(ownershipTags(owner), 'run-1')).toBe(true);
  });

  it.each([
    ['no tags', undefined],
    ['another run of the same fleet id', ownershipTags({ ...owner, ownerId: 'run-2' })],
    ['the fleet id alone', [{ key: 'lightsail-fleet:fleet-id', value: 'nightly' }]],
    ['the value under another key', [{ key: 'owner-id', value: 'run-1' }]],
  ])('is not proved by %s', (_what, tags) => {
    expect(isOwnedBy(tags, 'run-1')).toBe(false);
  });
});
