/** `unknown`: sent, and the simulator was gone before it answered. */
export type CallFate = 'acknowledged' | 'refused' | 'unknown';

/** One change that was asked for, as its sender remembers it. */
export interface SentCall {
  action: 'CreateInstancesFromSnapshot' | 'DeleteInstance' | 'TagResource';
  /** The instances that it makes, deletes or tags. */
  names: readonly string[];
  /** Of a create: whether its snapshot has a disk. */
  withDisk?: boolean;
  /** Of TagResource: a key that no other call sets. */
  tagKey?: string;
  fate: CallFate;
}

/** The same for a call and for its row in the ledger. A delete that was refused may be sent again. */
export function keyOfCall({ action, names, tagKey }: Pick<SentCall, 'action' | 'names' | 'tagKey'>): string {
  return [action, names[0], tagKey ?? ''].join('|');
}
