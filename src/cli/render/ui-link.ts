import { uiRunPath } from '../../contract/ui-paths';
import { withoutUserinfo } from './without-userinfo';

export interface UiLinkInput {
  env: NodeJS.ProcessEnv;
  namespace: string;
  fleetId: string;
  runId?: string | undefined;
}

/**
 * Link to a run in Temporal's web UI, where its address is known: nothing in Temporal tells it, so it is
 * `TEMPORAL_UI_URL` (which `lightsail-fleet dev` prints). The UI's tabs need the run id in the path.
 */
export function uiLink({ env, namespace, fleetId, runId }: UiLinkInput): string | undefined {
  return toUiUrl({ env, path: uiRunPath({ namespace, workflowId: fleetId, runId }) });
}

/** Undefined where nobody has said where the UI is. A link is copied into tickets and logs: it carries no password. */
export function toUiUrl({ env, path }: { env: NodeJS.ProcessEnv; path: string }): string | undefined {
  const base = withoutUserinfo(env['TEMPORAL_UI_URL'] ?? '').replace(/\/+$/, '');
  return base === '' ? undefined : `${base}${path}`;
}
