import type { CallRow } from './evidence';
import { isWorker, type WorldStory } from './world-story';

const UNTAG = 'UntagResource';
const READ = 'GetInstance';

/** An instance that lost its owner tag is nobody's to delete, once a worker has read it since. */
export function untaggedIsLeft({ evidence, writes, hands }: WorldStory): string[] {
  const reads = evidence.ledger.filter(
    (row): row is CallRow =>
      row.kind === 'call' && row.action === READ && row.status === 200 && isWorker(evidence, row),
  );
  return writes.flatMap(({ call, target }) => {
    if (call.action !== 'DeleteInstance' || target.ownerTag === target.ownerId) return [];
    const untagged = hands.find((hand) => hand.target === target && hand.call.action === UNTAG);
    if (untagged === undefined) return [];
    const { name } = target;
    const isRead = reads.some(
      ({ seq, accessKeyId, request }) =>
        seq > untagged.call.seq &&
        seq < call.seq &&
        accessKeyId === call.accessKeyId &&
        request?.['instanceName'] === name,
    );
    if (!isRead) return [];
    return [
      `DeleteInstance (seq ${String(call.seq)}) hit Instance ${name}, which had lost its owner tag (seq ${String(untagged.call.seq)}), as its worker had read`,
    ];
  });
}
