import type { FleetView } from '../../../src/client';
import { fleetTimeline } from '../../../src/cli/timeline/fleet-timeline';
import { timelineHtml } from '../../../src/cli/timeline/timeline-html';
import { timelineSvg } from '../../../src/cli/timeline/timeline-svg';
import { at, MIXED, readyInstance, timedView } from './sample-fleet';

const timelineOf = (view: FleetView) => fleetTimeline({ view, now: new Date(at(40)), maxRows: 200 });

/** Elements of XML, opened and closed in order; throws where they are not. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name);
    if (close !== '/') seen.push(name);
  }
  expect(open).toEqual([]);
  return seen;
}

test('the drawing', () => {
  expect(timelineSvg(timelineOf(timedView(MIXED)))).toMatchSnapshot();
});

test('the drawing is well-formed, and has a title and a description for who cannot see it', () => {
  const svg = timelineSvg(timelineOf(timedView(MIXED)));
  expect(elementsOf(svg).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
  expect(svg).toContain('aria-labelledby="fleet-timeline-title fleet-timeline-desc"');
  expect(svg).toContain('web-001: ready, 30.0 s (requested 1.0 s, operation 19.0 s');
});

test.each([
  ['svg', timelineSvg],
  ['html', timelineHtml],
])('%s stands alone, takes the colours of the reader, and runs nothing', (_kind, draw) => {
  const text = draw(timelineOf(timedView(MIXED)));
  expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|url\(|@import|<script|\son\w+=/i,
  );
  expect(text).toContain('prefers-color-scheme');
});

test.each([
  ['svg', timelineSvg],
  ['html', timelineHtml],
])('what a name or a message holds is text in %s', (_kind, draw) => {
  const hostile = `"><script>alert('1')</script>&\u0000\u202e`;
  const instance = { ...readyInstance(hostile), state: 'failed' as const, problem: hostile };
  const view = { ...timedView([instance]), fleetId: hostile, deleted: { at: at(50), by: hostile } };
  const text = draw(timelineOf(view));
  expect(text).not.toContain('<script>');
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toMatch(/[\u0000\u202e]/);
  elementsOf(text.slice(text.indexOf('<svg'), text.indexOf('</svg>') + 6));
});

test('a run that was terminated has no state that goes on', () => {
  const failure = { type: 'Terminated' as const, message: 'no rollback ran' };
  const view = timedView(MIXED, { state: 'waiting', outcome: { kind: 'failed', failure } });
  expect(timelineOf(view).title).toBe('Fleet golden-1: terminated');
});

test('the page says in a table what the drawing shows', () => {
  const html = timelineHtml(timelineOf(timedView(MIXED)));
  expect(html).toContain('<th scope="col">Removed</th>');
  expect(html).toContain('InternalFailure: &lt;the operation&gt; failed');
  expect(html.match(/<tr>/g)).toHaveLength(MIXED.length + 1);
});

test('a fleet of which nothing is known is drawn with the reason', () => {
  const { progress: _none, ...silent } = timedView([]);
  expect(timelineSvg(timelineOf(silent))).toContain('no worker answers, so it is not known');
  expect(timelineHtml(timelineOf(silent))).not.toContain('<table>');
});
