import type { FleetProgress } from '../../src/contract/fleet-progress';
import { renderDetails } from '../../src/workflows/current-details';

const progress: FleetProgress = {
  fleetId: 'nightly',
  ownerId: 'run-1',
  state: 'waiting',
  region: 'us-east-1',
  availabilityZone: 'us-east-1a',
  source: 'golden',
  startedAt: '2026-11-23T04:05:06.789Z',
  requested: 2,
  counts: { ready: 1, failed: 1 },
  instances: [
    { name: 'web-01', state: 'ready', publicIpAddress: '192.0.2.1', secondsToReady: 18.25 },
    { name: 'web-02', state: 'failed', problem: 'no capacity' },
  ],
  monthlyPriceUsd: 7,
  warnings: [],
  survivors: [],
};

describe('the details in the Temporal UI', () => {
  it('show the fleet as a table, and end with room for the frame', () => {
    const text = renderDetails(progress);
    expect(text).toContain('### waiting: 1 of 2 ready');
    expect(text).toContain('7.00 USD a month');
    expect(text).toContain(
      '| web-01\u2003\u200b | ready\u2003\u200b | 192.0.2.1\u2003\u200b | 18.3\u2003\u200b |  |',
    );
    expect(text).toContain(
      '| web-02\u2003\u200b | failed\u2003\u200b | \u2003\u200b | \u2003\u200b | no capacity |',
    );
    expect(text.endsWith('\n\n<br>')).toBe(true);
  });

  it('say what became of older fleets of the group, first what is still billed', () => {
    const id = { fleetId: 'nightly-1', ownerId: 'run-0' };
    const left = [{ ...id, cause: '<b>denied</b>', command: 'lightsail-fleet delete nightly-1' }];
    const removed = [{ ...id, fleetId: 'nightly-0', resources: 2 }];
    const disksLeft = [{ ...id, fleetId: 'nightly-0', name: 'data_1', cause: 'no tag' }];
    const lists = {
      kept: [],
      removed,
      left,
      disksLeft,
      disksLeftCount: 1,
      alone: [],
      leftCount: 0,
      aloneCount: 0,
    };
    const text = renderDetails({
      ...progress,
      rotation: { group: 'web', keepLast: 1, done: true, ...lists },
    });
    expect(text).toContain('**Group web** (keeps the last 1): 1 older fleets deleted');
    expect(text).toContain(
      '- **nightly-1 is still there, and billed**: \\<b\\>denied\\</b\\>. Run: lightsail-fleet',
    );
    expect(text).toContain('- Disk **data\\_1** of nightly-0: no tag');
    expect(text.indexOf('nightly-1')).toBeLessThan(text.indexOf('nightly-0 is deleted'));
  });

  it('escape what a user or AWS gave: no HTML, no link, no broken table', () => {
    const problem = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) a|b\nnext';
    const text = renderDetails({ ...progress, instances: [{ name: 'web-01', state: 'failed', problem }] });
    const row = text.split('\n').find((line) => line.startsWith('| web-01'));
    expect(row).toContain('\\<img src=x onerror=alert\\(1\\)\\>');
    expect(row).toContain('\\[x\\]\\(javascript');
    expect(row).toContain('a\\|b next');
  });

  it('stay small for a large fleet: what is not ready comes first, the rest is counted', () => {
    const instances = Array.from({ length: 1000 }, (_, index) => ({
      name: `web-${String(index)}`,
      state: index === 999 ? ('failed' as const) : ('ready' as const),
    }));
    const text = renderDetails({ ...progress, instances });
    expect(text.split('\n').find((line) => line.startsWith('| web-'))).toContain('web-999');
    expect(text).toContain('and 900 more');
    expect(text.length).toBeLessThan(20_000);
  });
});
