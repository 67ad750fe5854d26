/**
 * The keys that a condition may look at: those that the Service Authorization Reference gives for Lightsail, and the
 * Region of the call. Names of keys are not case-sensitive, those of tags in them included (IAM User Guide, "AWS
 * global condition context keys").
 */
export const TAG_KEYS = 'aws:tagkeys';
export const REQUESTED_REGION = 'aws:requestedregion';
export const REQUEST_TAG = 'aws:requesttag/';
export const RESOURCE_TAG = 'aws:resourcetag/';

export const KEYS_IN_WORDS = 'aws:RequestTag/*, aws:ResourceTag/*, aws:TagKeys, aws:RequestedRegion';

export function isConditionKey(name: string): boolean {
  const key = name.toLowerCase();
  const isTag = [REQUEST_TAG, RESOURCE_TAG].some(
    (prefix) => key.startsWith(prefix) && key.length > prefix.length,
  );
  return isTag || key === TAG_KEYS || key === REQUESTED_REGION;
}
