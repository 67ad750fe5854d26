import { checkFirewall } from '../../../src/activities/plan/check-firewall';

const source = { name: 'golden', fromInstanceName: 'origin', platform: 'LINUX_UNIX', diskPaths: [] } as const;
const check = (ports: object[]) =>
  checkFirewall({
    source: { ...source, diskPaths: [] },
    listing: { instances: [{ name: 'origin', networking: { ports } }] },
  });
const open = (fromPort: number, toPort = fromPort) => ({ protocol: 'tcp' as const, fromPort, toPort });

describe('the firewall of the clones', () => {
  it('is no matter when the source opens the default ports', () => {
    expect(check([open(22), open(80)]).warnings).toEqual([]);
  });

  it('is warned of when the source opens more', () => {
    expect(check([open(22), open(443), open(8000, 8010)]).warnings).toEqual([
      'origin also opens tcp 443, tcp 8000-8010, and firewall rules are not copied: each clone opens tcp 22 and tcp 80 only',
    ]);
  });
});
