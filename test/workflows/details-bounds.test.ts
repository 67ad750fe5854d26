import { pages, render, rowsOf } from './fleet-details';

describe('the details of a run', () => {
  it('stay small for a large fleet: counts, then what is not ready, and the rest is counted', () => {
    const instances = Array.from({ length: 1000 }, (_, index) => ({
      name: `web-${String(index)}`,
      state: index === 999 ? ('failed' as const) : ('ready' as const),
      publicIpAddress: '198.51.100.17',
      secondsToReady: 20,
    }));
    const text = render({ requested: 1000, counts: { ready: 999, failed: 1 }, instances });
    expect(text).toContain('999 ready, 1 failed');
    const rows = rowsOf(text).slice(2);
    expect(rows[0]).toEqual(expect.arrayContaining(['web-999', 'failed']));
    expect(rows.length).toBeGreaterThan(30);
    expect(text).toContain(`and ${String(1000 - rows.length)} more`);
  });

  it('fit into the URL of a frame, whatever they hold', () => {
    const long = '\u4e16<'.repeat(1000);
    const id = { fleetId: long, ownerId: long };
    const lists = {
      kept: [],
      removed: [],
      disksLeft: [],
      disksLeftCount: 0,
      alone: [],
      leftCount: 100,
      aloneCount: 0,
    };
    const text = render(
      {
        instances: Array.from({ length: 1000 }, () => ({
          name: 'a'.repeat(255),
          state: 'failed',
          problem: long,
        })),
        survivors: Array.from({ length: 1000 }, () => ({ resourceType: 'Disk', name: long, cause: long })),
        cause: { type: 'OperationFailed', message: `${long}\ud800` },
        warnings: Array.from({ length: 50 }, () => long),
        rotation: {
          ...{ group: 'web', keepLast: 1, done: true, ...lists },
          left: Array.from({ length: 100 }, () => ({ ...id, cause: long, command: long })),
        },
      },
      { commands: Array.from({ length: 100 }, () => 'lightsail-fleet delete x'), pages },
    );
    expect(encodeURIComponent(text).length).toBeLessThan(7_700);
    expect(text).toContain('Still there, and billed** (1000)');
    expect(text).toMatch(/- and \d+ more/);
  });
});
