import type { FleetPlan } from '../../src/contract/fleet-plan';
import { linksOf } from '../../src/workflows/details-links';
import { pages, progress, render, rowsOf } from './fleet-details';

describe('the details in the Temporal UI', () => {
  it('show the fleet as a table, what is not ready first, and end with room for the frame', () => {
    const text = render();
    expect(text).toContain('### waiting: 1 of 2 ready');
    expect(text).toContain('1 ready, 1 failed');
    expect(text).toContain('2 instances of **golden** in us-east-1a, 7.00 USD a month');
    expect(text).toContain('Started 2026-11-23 04:05:06 UTC, seen at 04:06:10 UTC.');
    expect(rowsOf(text)).toEqual([
      ['Instance', 'State', 'Address', 'Time', 'Problem'],
      ['---', '---', '---', '---', '---'],
      ['web-02', 'failed', '', '', 'no capacity'],
      ['web-01', 'ready', '192.0.2.1', '18.3 s'],
    ]);
    expect(text.endsWith('\n\n<br>')).toBe(true);
  });

  it('say since when an instance is waited for, its IPv6 address, and the zones where they differ', () => {
    const text = render({
      instances: [
        { name: 'web-01', state: 'ready', ipv6Address: '2001:db8::1' },
        {
          ...{ name: 'web-02', state: 'waiting', requestedAt: '2026-11-23T04:05:08.000Z' },
          availabilityZone: 'us-east-1b',
        },
      ],
    });
    expect(rowsOf(text).slice(2)).toEqual([
      ['web-02', 'waiting', 'us-east-1b', '', 'since\u00a004:05:08'],
      ['web-01', 'ready', 'us-east-1a', '2001:db8::1'],
    ]);
  });

  it('say how it ended, how long it took, and what finishes what is left', () => {
    const survivors = [{ resourceType: 'Instance' as const, name: 'web-02', cause: 'AccessDenied' }];
    const command = 'lightsail-fleet delete nightly --owner run-1 --region us-east-1';
    const text = render({ state: 'rollback-incomplete', survivors }, { commands: [command] });
    expect(text).toContain('### rollback-incomplete: 1 resource is still there, and billed');
    expect(text).toContain('took 1 min 3 s.');
    expect(text).toContain(`**To remove what is left, run**\n\n- \`${command}\``);
    expect(text).toContain('- Instance **web-02**: AccessDenied');
    expect(text).not.toContain('USD a month');
    expect(render({ state: 'rolled-back', counts: { removed: 2 } })).toContain(
      '### rolled-back: nothing is left',
    );
    expect(render({ state: 'rolled-back', requested: 0, counts: {} })).toContain('nothing was made');
  });

  it('list the problems of a refused request, one a line', () => {
    const message =
      '2 problems, nothing was made:\nfleet.count: expected 1 to 1000\nbundleId: no bundle "x_1"';
    const text = render({ state: 'rolled-back', cause: { type: 'InvalidRequest', message } });
    expect(text).toContain('**InvalidRequest**: 2 problems, nothing was made:\n\n- fleet.count: expected');
    expect(text).toContain('- bundleId: no bundle "x\\_1"');
  });

  it('lead to what is tried right now, and to the fleets of the group and the source', () => {
    const plan = { group: { name: 'web' } } as unknown as FleetPlan;
    const links = linksOf({ pages, plan, progress });
    expect(links).toContain('(/namespaces/default/workflows/nightly/run-1/pending-activities)');
    expect(links).toContain(
      '(/namespaces/default/workflows?query=WorkflowType%3D%22cloneFleet%22%20AND%20FleetGroup%3D%22web%22)',
    );
    expect(links).toContain('FleetSource%3D%22golden%22)');
    const ended = linksOf({ pages, plan, progress: { ...progress, state: 'ready', source: 'a"b' } });
    expect(ended).not.toMatch(/pending-activities|FleetSource/);
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
    const rotation = { group: 'web', keepLast: 1, done: true, ...lists };
    const text = render({ rotation });
    expect(render({ state: 'ready', rotation })).toContain('took 1 min');
    expect(render({ state: 'ready', rotation: { ...rotation, done: false } })).toContain('seen at 04:06:10');
    expect(text).toContain('**Group web** (keeps the last 1): 1 older fleet deleted');
    expect(text).toContain(
      '- **nightly-1 is still there, and billed**: \\<b\\>denied\\</b\\>. Run: lightsail-fleet',
    );
    expect(text).toContain('- Disk **data\\_1** of nightly-0: no tag');
    expect(text.indexOf('nightly-1')).toBeLessThan(text.indexOf('nightly-0 is deleted'));
  });

  it('escape what a user or AWS gave: no HTML, no link, no broken table', () => {
    const problem = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) a|b\nnext';
    const text = render({ instances: [{ name: 'web-01', state: 'failed', problem }] });
    const row = text.split('\n').find((line) => line.startsWith('|web-01'));
    expect(row).toContain('\\<img src=x onerror=alert\\(1\\)\\>');
    expect(row).toContain('\\[x\\]\\(javascript');
    expect(row).toContain('a\\|b next');
  });
});
