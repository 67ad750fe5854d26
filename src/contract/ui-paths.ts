/** Paths of Temporal's web UI from its root; its tabs need the run id. Vocabulary only, so that workflow code may import it. */

export interface UiRunPathInput {
  namespace: string;
  workflowId: string;
  runId?: string | undefined;
  tab?: 'history' | 'timeline' | 'pending-activities' | 'user-metadata';
}

export function uiRunPath({ namespace, workflowId, runId, tab = 'history' }: UiRunPathInput): string {
  const run = runId === undefined ? '' : `/${encode(runId)}/${tab}`;
  return `/namespaces/${encode(namespace)}/workflows/${encode(workflowId)}${run}`;
}

/** The list of runs, filtered by a visibility query. */
export function uiListPath({ namespace, query }: { namespace: string; query: string }): string {
  return `/namespaces/${encode(namespace)}/workflows?query=${encode(query)}`;
}

/** Also what would end a link in Markdown. Half a surrogate pair cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '?')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
