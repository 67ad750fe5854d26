import type { WorldStory, Write } from './world-story';

/** Promise 2: nothing is deleted or changed but what a run that is known made, and disks that came with it. */
export function nothingForeign({ evidence, writes }: WorldStory): string[] {
  const owners = new Set(evidence.runs.map(({ ownerId }) => ownerId));
  return writes
    .filter(({ target }) => target.ownerId === undefined || !owners.has(target.ownerId))
    .map(({ call, target }) => {
      const whose =
        target.madeBy === undefined
          ? 'that was there before any fleet'
          : `that a call ${owner(target)} made (seq ${String(target.bornSeq)})`;
      return `${call.action} (seq ${String(call.seq)}) hit ${target.type} ${target.name}, ${whose}`;
    });
}

function owner({ ownerId, byWorker }: Write['target']): string {
  if (ownerId !== undefined) return `under the owner ${ownerId}`;
  return byWorker ? 'without an owner tag' : 'of somebody else';
}
