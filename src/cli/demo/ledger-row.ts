/** A row of the simulator's ledger, as far as the demo reads it. */
export interface LedgerRow {
  seq: number;
  kind: 'call' | 'change';
  action?: string;
  resourceType?: string;
  resourceName?: string;
  /** Null: not there before, or not any more. */
  from?: string | null;
  to?: string | null;
  detail?: { tags?: Record<string, string> };
}
