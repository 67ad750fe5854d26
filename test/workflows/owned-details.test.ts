import type { DeleteProgress } from '../../src/contract/delete-fleet-result';
import { SCHEMA_EXAMPLES } from '../../src/contract/schema-examples';
import { renderOwned, type OwnedFacts } from '../../src/workflows/owned-details';
import { firstOf } from './fleet-details';

const swept = firstOf(SCHEMA_EXAMPLES.SweepFleetsResult);
const pages = { namespace: 'default', workflowId: 'sweep/report', runId: 'run-1' };

function render(change: Partial<OwnedFacts>, progress: Partial<DeleteProgress> = {}): string {
  const run: OwnedFacts = {
    ...{ startedAt: '2026-11-26T09:00:00.000Z', regions: ['us-east-1', 'eu-west-1'], about: 'Deletes it' },
    ...{
      cause: undefined,
      isCancelled: false,
      survivors: [],
      unread: [],
      leftAlone: [],
      seen: [],
      groups: [],
    },
    ...{ removed: [], removedCount: 0 },
    progress: () => ({ state: 'removing', regions: 2, found: 3, removed: 1, survivors: [], ...progress }),
    ...change,
  };
  return renderOwned({ run, at: '2026-11-26T09:00:30.000Z', pages });
}

it('a deletion says how far it is, and leads to what is tried right now', () => {
  const text = render({});
  expect(text).toContain('### removing: 1 of 3 removed, in 2 Regions\n\nDeletes it.');
  expect(text).toContain('Started 2026-11-26 09:00:00 UTC, seen at 09:00:30 UTC.');
  expect(text).toContain('(/namespaces/default/workflows/sweep%2Freport/run-1/pending-activities)');
});

it('a deletion that left something says why, and what finishes it', () => {
  const command = 'lightsail-fleet delete nightly --region us-east-1';
  const message = `delete incomplete, 1 removed: 1 resource is still there\nWhen the cause is mended, run:\n${command}`;
  const survivors = [
    { resourceType: 'Instance' as const, name: 'web_1', region: 'us-east-1', cause: 'AccessDenied' },
  ];
  const cause = { type: 'RollbackIncomplete' as const, message, details: { fleetId: 'nightly', command } };
  const text = render({ survivors, cause }, { state: 'done' });
  expect(text).toContain('**RollbackIncomplete**: delete incomplete, 1 removed');
  expect(text).toContain(`- \`${command}\``);
  expect(text).toContain('- Instance **web\\_1** in us-east-1: AccessDenied');
  expect(text).toContain('took 30 s');
});

it('a deletion that was cancelled has ended, with what it had removed by then', () => {
  const text = render({ isCancelled: true });
  expect(text).toContain('### cancelled: 1 of 3 removed');
  expect(text).toContain('took 30 s');
  expect(text).not.toContain('pending-activities');
});

it('a sweep shows what each owner has, what nobody answers for first', () => {
  const left = firstOf(swept.groups);
  const standing = { ...left, fleetId: 'web|fleet', state: 'standing' as const, action: 'none' as const };
  const text = render({ groups: [standing, left] }, { state: 'done', found: 0, removed: 0 });
  expect(text).toContain('### done: 1 group left behind');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  expect(rows[2]).toContain('would be deleted');
  expect(rows[3]).toContain('|web\\|fleet');
});

it('a look for what would be deleted names it', () => {
  const { removed } = firstOf(SCHEMA_EXAMPLES.DeleteFleetResult);
  const text = render({ seen: removed }, { state: 'done' });
  expect(text).toContain('### done: 1 resource found');
  expect(text).toContain('- Instance **web-20261125-02** in us-east-1');
});
