import type { FleetView } from '../../../src/client';
import { createStyle } from '../../../src/cli/render/style';
import { fleetTimeline } from '../../../src/cli/timeline/fleet-timeline';
import { timelineLines } from '../../../src/cli/timeline/timeline-lines';
import { usesUnicode } from '../../../src/cli/timeline/uses-unicode';
import { sampleView } from '../render/sample-view';
import { at, MIXED, readyInstance, timedView } from './sample-fleet';

function lines(view: FleetView, { width = 80, unicode = true, maxRows = 20 } = {}): string[] {
  const timeline = fleetTimeline({ view, now: new Date(at(40)), maxRows });
  return timelineLines({ timeline, width, unicode, style: createStyle({ color: false }) });
}

test('a bar for each instance on one axis, and a legend of what is to be seen', () => {
  expect(lines(timedView(MIXED)).join('\n')).toMatchSnapshot();
});

test('in ASCII where nobody says UTF-8', () => {
  const text = lines(timedView(MIXED), { unicode: false }).join('\n');
  expect(text).toMatchSnapshot();
  expect(text).toMatch(/^[\u0000-\u007f]*$/);
});

test.each([20, 30, 40, 60, 80, 120, 300])('no line is wider than %d columns', (width) => {
  const long = { ...readyInstance('x'.repeat(255)), problem: 'y'.repeat(500), state: 'failed' as const };
  for (const line of lines(timedView([...MIXED, long]), { width }))
    expect(line.length).toBeLessThanOrEqual(width);
});

test('what is not ready comes first, and the rest is counted', () => {
  const names = Array.from({ length: 200 }, (_, index) => `web-${String(index).padStart(3, '0')}`);
  const instances = names.map((name, index) =>
    index === 150 ? { name, state: 'waiting' as const, requestedAt: at(1) } : readyInstance(name),
  );
  const shown = lines(timedView(instances), { maxRows: 12 });
  expect(shown[1]).toContain('web-150');
  expect(shown).toContain('  and 188 more: 188 ready');
});

test('one that goes on ends in an arrow', () => {
  const view = timedView([{ name: 'web-001', state: 'waiting', requestedAt: at(1) }], { state: 'waiting' });
  const { closedAt: _none, ...running } = view;
  expect(lines(running)[1]).toMatch(/▒▶ {2}waiting$/);
});

test('without a worker the result still tells how long each took', () => {
  const { progress: _none, ...silent } = timedView([], { workerSilent: true });
  const result = {
    ...{ fleetId: 'golden-1', ownerId: 'run-1', region: 'us-east-1', replaced: 0, removed: 0 },
    ...{ monthlyPriceUsd: 5, startedAt: at(0), readyAt: at(31) },
    instances: [{ name: 'web-001', ipv6Addresses: [], disks: [], secondsToReady: 30 }],
  };
  const text = lines({ ...silent, outcome: { kind: 'ready', result } }, { width: 120 }).join('\n');
  expect(text).toContain('ready, 30.0 s');
  expect(text).toContain('no worker answers, so it is not known when each instance was asked for');
});

test('a fleet of which nothing is known says so', () => {
  const { progress: _none, ...silent } = sampleView([]);
  expect(lines(silent)).toEqual(['  no worker answers, so it is not known when each instance was asked for']);
});

test.each<[Record<string, string>, NodeJS.Platform, boolean]>([
  [{ LANG: 'en_US.UTF-8' }, 'linux', true],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'linux', false],
  [{ LC_ALL: '', LANG: 'C.utf8' }, 'linux', true],
  [{}, 'linux', false],
  [{ WT_SESSION: '1' }, 'win32', true],
  [{}, 'win32', false],
])('%j on %s: UTF-8 is %p', (env, platform, expected) => {
  expect(usesUnicode({ env, platform })).toBe(expected);
});
