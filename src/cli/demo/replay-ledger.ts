import type { LedgerRow } from './ledger-row';

/** What the ledger says of one instance. */
export interface InstanceHistory {
  name: string;
  /** The state that the last change left it in; absent when it is not there. */
  state?: string | undefined;
  created: number;
  removed: number;
  tags: Record<string, string>;
}

export interface ReplayLedgerInput {
  rows: readonly LedgerRow[];
  /** Only rows after this one count. */
  after: number;
}

/** The history of every instance that changed, from the ledger alone: nothing that the product says is believed. */
export function replayLedger({ rows, after }: ReplayLedgerInput): Map<string, InstanceHistory> {
  const histories = new Map<string, InstanceHistory>();
  for (const { seq, kind, resourceType, resourceName, from, to, detail } of rows) {
    if (seq <= after || kind !== 'change' || resourceType !== 'Instance' || resourceName === undefined)
      continue;
    const history = histories.get(resourceName) ?? { name: resourceName, created: 0, removed: 0, tags: {} };
    if (from === null && to !== null) history.created += 1;
    if (from !== null && to === null) history.removed += 1;
    history.state = to ?? undefined;
    history.tags = detail?.tags ?? history.tags;
    histories.set(resourceName, history);
  }
  return histories;
}
