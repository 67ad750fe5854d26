import type { FleetOutcome } from '../../../src/client';
import { createStyle } from '../../../src/cli/render/style';
import { viewLines } from '../../../src/cli/render/view-lines';
import type { Survivor } from '../../../src/contract/failures';
import { sampleView, STARTED_AT } from './sample-view';

const DELETED = { at: '2026-11-24T10:00:00.000Z', by: 'delete/golden-1' };
const TAGGED: Survivor = { resourceType: 'Instance', name: 'web-001', cause: 'denied' };
const UNTAGGED: Survivor = { resourceType: 'Disk', name: 'web-001-data', cause: 'unknown', untagged: true };

function shown(survivors: Survivor[]): string {
  const message = 'When the cause is mended, run: lightsail-fleet delete golden-1';
  const failure = { type: 'RollbackIncomplete', message, details: { survivors } };
  const outcome = { kind: 'failed', failure } as unknown as FleetOutcome;
  const view = {
    ...sampleView(['left-behind'], { state: 'rollback-incomplete' }),
    ...{ closedAt: STARTED_AT, deleted: DELETED, outcome },
  };
  const style = createStyle({ color: false });
  return viewLines({
    ...{ view, width: 200, style, now: new Date(STARTED_AT), link: undefined, timeline: [] },
  }).join('\n');
}

test('of a fleet that was deleted since, nothing is told that was to be done', () => {
  const text = shown([TAGGED]);
  expect(text).toMatch(/^golden-1 {2}deleted/);
  expect(text).toContain('deleted since: nothing of it is left');
  expect(text).not.toContain('When the cause is mended');
});

test('what carries no owner tag stays named, as the deletion cannot have found it', () => {
  const text = shown([TAGGED, UNTAGGED]);
  expect(text).not.toContain('nothing of it is left');
  expect(text).toContain('  disk web-001-data: unknown');
});
