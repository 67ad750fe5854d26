import { isCancellation, workflowInfo } from '@temporalio/workflow';
import { fleetCommand } from '../contract/fleet-command';
import type { Ownership } from '../contract/tags';
import { planActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { labelOf, type OwnedRemoval } from './owned-removal';

export interface RunsComeBackInput {
  removal: Pick<OwnedRemoval, 'region' | 'selector' | 'spare'>;
  owners: readonly Ownership[];
  /** Part of the activity id. */
  step: string;
}

/** Why what this owner has is not to be deleted; undefined where nothing speaks against it. */
export type WhySpared = (owner: Ownership) => string | undefined;

/**
 * Asks Temporal once more, right before something is deleted: a removal may take an hour, and an operator's reset
 * brings a run back meanwhile. Where nobody can tell, nothing is deleted.
 */
export async function runsComeBack({ removal, owners, step }: RunsComeBackInput): Promise<WhySpared> {
  const { region, selector, spare } = removal;
  const asked = [...new Map(owners.map((owner) => [keyOf(owner), owner])).values()].map(
    ({ fleetId, ownerId }) => ({ fleetId, ownerId }),
  );
  if (asked.length === 0) return () => undefined;
  const { readRuns } = planActivities({
    activityId: `runs/${region}/${labelOf(selector)}${step}`,
    summary: 'ask once more what became of the runs',
  });
  try {
    const { runs } = await readRuns({ owners: asked, workflowId: workflowInfo().workflowId });
    const states = new Map(asked.map((owner, index) => [keyOf(owner), runs[index]]));
    return (owner) => {
      const { state = 'not-found', fleetId = owner.fleetId } = states.get(keyOf(owner)) ?? {};
      if (!spare.includes(state)) return undefined;
      return state === 'running'
        ? `its run goes on again, so it was left alone: ${fleetCommand({ verb: 'cancel', fleetId })} undoes it`
        : `its run has ended ready meanwhile, so it was left alone: ${fleetCommand({ verb: 'show', fleetId })}`;
    };
  } catch (error) {
    if (isCancellation(error)) throw error;
    const cause = `left alone, as nobody could ask whether its run goes on again: ${messageOfRoot(error)}`;
    return () => cause;
  }
}

function keyOf({ ownerId, fleetId }: Ownership): string {
  return JSON.stringify([ownerId, fleetId]);
}
