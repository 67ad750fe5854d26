import { uiListPath, uiRunPath } from '../../src/contract/ui-paths';

it('the path of a run ends at a tab, and holds ids of any kind', () => {
  const run = { namespace: 'default', workflowId: 'a/b (c)', runId: 'r1' };
  expect(uiRunPath({ ...run, tab: 'pending-activities' })).toBe(
    '/namespaces/default/workflows/a%2Fb%20%28c%29/r1/pending-activities',
  );
  expect(uiRunPath({ namespace: 'default', workflowId: '\ud800' })).toBe('/namespaces/default/workflows/%3F');
});

it('the path of a listing holds its visibility query', () => {
  expect(uiListPath({ namespace: 'prod', query: 'FleetState = "ready"' })).toBe(
    '/namespaces/prod/workflows?query=FleetState%20%3D%20%22ready%22',
  );
});
