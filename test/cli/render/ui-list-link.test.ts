import { uiListLink } from '../../../src/cli/render/ui-list-link';

const listing = { namespace: 'default', query: 'WorkflowType = "cloneFleet" AND FleetGroup = "web"' };

it('a listing is linked where somebody has said where the UI is', () => {
  expect(uiListLink({ env: { TEMPORAL_UI_URL: 'http://ui:8233/' }, ...listing })).toBe(
    'http://ui:8233/namespaces/default/workflows?query=WorkflowType%20%3D%20%22cloneFleet%22%20AND%20FleetGroup%20%3D%20%22web%22',
  );
  expect(uiListLink({ env: {}, ...listing })).toBeUndefined();
});
