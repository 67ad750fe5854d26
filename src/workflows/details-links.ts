import type { FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress } from '../contract/fleet-progress';
import { uiListPath, uiRunPath } from '../contract/ui-paths';
import { WORKFLOW_TYPES } from '../contract/names';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';

/** Where the UI has a run. */
export interface FleetPages {
  namespace: string;
  workflowId: string;
  runId: string;
}

export interface LinksInput {
  pages?: FleetPages | undefined;
  plan?: FleetPlan | undefined;
  progress: FleetProgress;
}

/** A visibility query quotes its values; one that holds a quote itself gets no link. */
const QUOTABLE = /^[^"\\]+$/;

/**
 * To what the workflow itself cannot know (attempts, heartbeats), and to the fleets that are like this one. From the
 * UI's root: the details are drawn in a frame of another path, and open a tab.
 */
export function linksOf({ pages, plan, progress }: LinksInput): string {
  if (pages === undefined) return '';
  const { source, state, rotation } = progress;
  const goesOn =
    state === 'planning' || state === 'creating' || state === 'waiting' || state === 'rolling-back';
  const links = [
    ...(goesOn || rotation?.done === false ? [pendingLink(pages)] : []),
    ...listLink({
      pages,
      attribute: SEARCH_ATTRIBUTES.group.name,
      value: plan?.group?.name,
      text: 'fleets of the group',
    }),
    ...listLink({
      pages,
      attribute: SEARCH_ATTRIBUTES.source.name,
      value: source,
      text: 'fleets of the source',
    }),
  ];
  return links.join(', ');
}

export function pendingLink(pages: FleetPages): string {
  return `[what is tried right now, and what each step waits for](${uiRunPath({ ...pages, tab: 'pending-activities' })})`;
}

interface ListLinkInput {
  pages: FleetPages;
  attribute: string;
  value: string | undefined;
  text: string;
}

function listLink({ pages: { namespace }, attribute, value, text }: ListLinkInput): string[] {
  if (value === undefined || !QUOTABLE.test(value)) return [];
  const query = `WorkflowType="${WORKFLOW_TYPES.cloneFleet}" AND ${attribute}="${value}"`;
  return [`[${text}](${uiListPath({ namespace, query })})`];
}
