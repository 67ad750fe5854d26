import { uiListPath } from '../../contract/ui-paths';
import { toUiUrl } from './ui-link';

export interface UiListLinkInput {
  env: NodeJS.ProcessEnv;
  namespace: string;
  /** As the listing itself sent it: `WorkflowType = "cloneFleet" AND FleetState = "ready"`. */
  query: string;
}

/** Link to the same listing in Temporal's web UI, where its address is known (`TEMPORAL_UI_URL`). */
export function uiListLink({ env, namespace, query }: UiListLinkInput): string | undefined {
  return toUiUrl({ env, path: uiListPath({ namespace, query }) });
}
