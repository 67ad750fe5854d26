import { accountOfArn } from '../lightsail/account-of-arn';

/** A process seldom changes its credentials, and then most often from one key of the account to another. */
const BELIEVED_MILLIS = 5 * 60_000;

/** Which account the calls of this process reach, as ARNs have told it, by Region. */
export interface KnownAccounts {
  note: (input: { region: string; arn: string | undefined }) => void;
  /** Told within the last minutes. */
  recent: (region: string) => string | undefined;
}

export function createKnownAccounts(now: () => number = Date.now): KnownAccounts {
  const known = new Map<string, { accountId: string; atMillis: number }>();
  return {
    note({ region, arn }) {
      const accountId = accountOfArn(arn);
      if (accountId !== undefined) known.set(region, { accountId, atMillis: now() });
    },
    recent(region) {
      const told = known.get(region);
      return told !== undefined && now() - told.atMillis < BELIEVED_MILLIS ? told.accountId : undefined;
    },
  };
}
