import type { Ownership } from './tags';

/** The AWS account that a plan was made in, and what shows whether calls reach it. */
export interface FleetAccount {
  accountId: string;
  /** The source of the fleet: whoever reads it in this account reads its ARN. */
  instanceSnapshotName?: string | undefined;
  instanceName?: string | undefined;
}

export interface FleetOwnership extends Ownership {
  /** Absent where the plan could not tell it. */
  account?: FleetAccount | undefined;
}
