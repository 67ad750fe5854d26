import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';
import type { RegionListing } from './read-region';

export interface CheckKeyPairInput extends Pick<PlanCheckInput, 'region' | 'request'> {
  listing: Pick<RegionListing, 'keyPairs'>;
}

/** Key pairs that are named to somebody who asked for one that is not there. */
const NAMED_KEY_PAIRS = 20;

/** The key pair exists in the Region. */
export function checkKeyPair({ region, request, listing }: CheckKeyPairInput): PlanCheck {
  const { keyPairName } = request;
  if (keyPairName === undefined) return passed('', undefined);
  const names = listing.keyPairs.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (names.includes(keyPairName)) return passed(`key pair ${keyPairName} is there`, undefined);
  const known =
    names.length === 0 ? 'there is none' : `there is ${names.slice(0, NAMED_KEY_PAIRS).join(', ')}`;
  return refused(
    { path: 'keyPairName', message: `no key pair "${keyPairName}" in ${region} (${known})` },
    undefined,
  );
}
