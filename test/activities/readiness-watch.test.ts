import type { Instance } from '@aws-sdk/client-lightsail';
import { ReadinessWatch } from '../../src/activities/readiness-watch';
import { ownershipTags } from '../../src/contract/tags';
import { OWNER, REGION } from '../support/activity-world';

type AddressType = 'dualstack' | 'ipv4' | 'ipv6';

const running = (addresses: Partial<Instance>): Instance => ({
  name: 'web-01',
  state: { code: 16, name: 'running' },
  tags: ownershipTags(OWNER),
  ...addresses,
});

function take(ipAddressType: AddressType | undefined, instance: Instance) {
  const input = { ...OWNER, region: REGION, instanceNames: ['web-01'], deadline: '2026-11-24T00:00:00.000Z' };
  const watch = new ReadinessWatch({
    input: { ...input, waitFor: 'running', ipAddressType },
    beat: () => undefined,
    signal: new AbortController().signal,
    settleSeconds: 3,
  });
  return { taken: watch.take(instance), why: watch.result().notReady[0]?.message };
}

const IPV4 = { publicIpAddress: '192.0.2.1', ipv6Addresses: [] };
const IPV6 = { ipv6Addresses: ['2001:db8::1'] };

describe('an instance that runs', () => {
  it.each<[AddressType | undefined, Partial<Instance>]>([
    [undefined, IPV4],
    ['ipv4', IPV4],
    ['ipv6', IPV6],
    ['dualstack', { ...IPV4, ...IPV6 }],
  ])('is ready with its address: %s %j', (ipAddressType, addresses) => {
    expect(take(ipAddressType, running(addresses)).taken).toBe('done');
  });

  it.each<[AddressType | undefined, Partial<Instance>, string]>([
    [undefined, IPV6, 'IPv4'],
    ['ipv4', IPV6, 'IPv4'],
    ['ipv6', IPV4, 'IPv6'],
    ['dualstack', IPV4, 'IPv6'],
    ['dualstack', IPV6, 'IPv4'],
  ])('is not ready without it: %s %j', (ipAddressType, addresses, missing) => {
    const { taken, why } = take(ipAddressType, running(addresses));
    expect(taken).toBe('waiting');
    expect(why).toBe(`running, but it has no public ${missing} address yet`);
  });
});

describe('an instance whose operation succeeded and that is not found', () => {
  const input = { ...OWNER, region: REGION, instanceNames: ['web-01'], deadline: '2026-11-24T00:00:00.000Z' };
  const watchWith = (settleSeconds: number) =>
    new ReadinessWatch({
      input: { ...input, waitFor: 'running' },
      beat: () => undefined,
      signal: new AbortController().signal,
      settleSeconds,
    });

  it('is waited for, as it may be late to appear', () => {
    const watch = watchWith(3600);
    expect(watch.takeMissing('web-01')).toBe('waiting');
    expect(watch.takeMissing('web-01')).toBe('waiting');
    expect(watch.take(running({ publicIpAddress: '192.0.2.1' }))).toBe('done');
    expect(watch.result().ready).toHaveLength(1);
  });

  it('is given up when it stays away, and said to be gone', () => {
    const watch = watchWith(0);
    expect(watch.takeMissing('web-01')).toBe('done');
    expect(watch.result().notReady).toEqual([
      { name: 'web-01', errorCode: 'NotFound', message: expect.stringContaining('it is gone') },
    ]);
  });
});
