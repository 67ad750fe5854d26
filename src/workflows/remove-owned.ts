import { isCancellation, workflowInfo } from '@temporalio/workflow';
import type { FoundDisk } from '../contract/found-instance';
import type { FindOwnedResult, OwnedInstance } from '../contract/owned-activities';
import type { Survivor } from '../contract/failures';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import {
  byOwner,
  labelOf,
  REMOVAL_MINUTES,
  toResource,
  type OwnedRemoval,
  type RemoveOwnedInput,
} from './owned-removal';
import { keepDisks } from './keep-disks';
import { removeInstanceChunks } from './remove-chunks';
import { recordDisks, removeOwnedDisks } from './remove-owned-disks';
import { runsComeBack, type WhySpared } from './runs-come-back';

/** Deletes and looks again until there is nothing; a list that a payload cuts takes one pass a thousand or so. */
const MAX_PASSES = 20;

export interface RemoveOwnedResult {
  survivors: Survivor[];
  /** Nobody could look, so there may be more. */
  isBlind: boolean;
}

/** Deletes what these owners have in one Region, then the disks that are left. Goes on past what fails. */
export async function removeOwned(input: RemoveOwnedInput): Promise<RemoveOwnedResult> {
  const removal: OwnedRemoval = {
    ...input,
    deadline: new Date(Date.now() + REMOVAL_MINUTES * 60_000).toISOString(),
    recorded: new Map(),
    survivors: new Map(),
    gone: new Set(),
    isBlind: false,
  };
  const { run, region, survivors } = removal;
  try {
    await removeInstancesUntilClean(removal);
  } catch (error) {
    if (isCancellation(error)) throw error;
    run.noteBlind({ region, cause: messageOfRoot(error) });
    removal.isBlind = true;
  }
  const left = [...survivors.values()];
  if (removal.disks) left.push(...(await removeOwnedDisks(removal)));
  else await keepDisks(removal);
  const all = left.map((one) => ({ ...one, region }));
  run.noteSurvivors(all);
  return { survivors: all, isBlind: removal.isBlind };
}

async function removeInstancesUntilClean(removal: OwnedRemoval): Promise<void> {
  const { run, region, survivors, first, madeBefore } = removal;
  for (let pass = 1; ; pass++) {
    const look = pass === 1 && first !== undefined ? first : await find(removal, pass);
    const isOld = (one: { createdAt?: string | undefined }) =>
      madeBefore === undefined || (one.createdAt !== undefined && one.createdAt < madeBefore);
    const disks = look.disks.filter(isOld);
    const wanted = look.instances.filter((one) => isOld(one) && !survivors.has(one.name));
    run.noteFound(wanted.map((one) => toResource({ one, region, resourceType: 'Instance' })));
    recordDisks({ removal, disks, instances: wanted });
    if (wanted.length === 0) return;
    if (pass > MAX_PASSES) {
      const cause = `it was still found after ${String(MAX_PASSES)} looks`;
      for (const { name } of wanted) survivors.set(name, { resourceType: 'Instance', name, cause });
      return;
    }
    const whySpared = await askAgain({ removal, wanted, pass });
    for (const instances of byOwner(wanted)) {
      const cause = instances[0] === undefined ? undefined : whySpared(instances[0]);
      if (cause === undefined) await removeThese({ removal, instances, pass });
      else for (const { name } of instances) survivors.set(name, { resourceType: 'Instance', name, cause });
    }
  }
}

function find({ region, selector, unknownSince }: OwnedRemoval, pass: number): Promise<FindOwnedResult> {
  const { findOwned } = undoActivities({
    activityId: `find/${region}/${labelOf(selector)}${String(pass)}`,
    summary: `find what is ours in ${region}, by tags`,
    minutes: REMOVAL_MINUTES,
  });
  return findOwned({ region, ...selector, unknownSince, workflowId: workflowInfo().workflowId });
}

interface AskAgainInput {
  removal: OwnedRemoval;
  wanted: OwnedInstance[];
  pass: number;
}

/** What the request itself has just found comes right after its runs were asked for; a look of our own can take hours. */
async function askAgain({ removal, wanted, pass }: AskAgainInput): Promise<WhySpared> {
  const hasWaited = pass > 1 || removal.first === undefined;
  return runsComeBack({ removal, owners: hasWaited ? wanted : [], step: String(pass) });
}

interface RemoveTheseInput {
  removal: OwnedRemoval;
  instances: OwnedInstance[];
  pass: number;
}

async function removeThese({ removal, instances, pass }: RemoveTheseInput): Promise<void> {
  const { run, region, deadline, survivors } = removal;
  const { ownerId = '', fleetId = '' } = instances[0] ?? {};
  // Disks that are to stay get no tag of ours: a later sweep would take them for left over.
  const toGo = (disks: FoundDisk[]) =>
    removal.disks ? disks : disks.map((disk) => ({ ...disk, ours: false }));
  const known = new Map(instances.map((one) => [one.name, one]));
  const left = await removeInstanceChunks({
    ...{ owner: { ownerId, fleetId }, region, deadline, minutes: REMOVAL_MINUTES },
    items: instances.map(({ name, arn, disks }) => ({
      ...{ name, arn, operationEnded: false },
      disks: toGo(disks),
    })),
    label: `remove/${region}/${ownerId}/${String(pass)}/`,
    onRemoved: (names) => {
      for (const name of names) removal.gone.add(name);
      const removed = names.flatMap((name) => known.get(name) ?? []);
      run.noteRemoved(removed.map((one) => toResource({ one, region, resourceType: 'Instance' })));
    },
  });
  for (const survivor of left) survivors.set(survivor.name, survivor);
}
