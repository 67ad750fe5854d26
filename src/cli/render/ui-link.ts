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
  const base = env['TEMPORAL_UI_URL']?.replace(/\/+$/, '');
  if (base === undefined || base === '') return undefined;
  const run = runId === undefined ? '' : `/${runId}/history`;
  return `${base}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(fleetId)}${run}`;
}
