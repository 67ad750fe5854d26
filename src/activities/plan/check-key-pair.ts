import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

/** The key pair exists in the Region. Takes the names that `checkNames` has read, as it reads them all anyway. */
export function checkKeyPair({
  region,
  request,
  keyPairNames,
}: PlanCheckInput & { keyPairNames: string[] }): PlanCheck {
  const { keyPairName } = request;
  if (keyPairName === undefined) return passed('', undefined);
  if (keyPairNames.includes(keyPairName)) return passed(`key pair ${keyPairName} is there`, undefined);
  const known =
    keyPairNames.length === 0 ? 'there is none' : `there is ${keyPairNames.slice(0, 20).join(', ')}`;
  return refused(
    { path: 'keyPairName', message: `no key pair "${keyPairName}" in ${region} (${known})` },
    undefined,
  );
}
