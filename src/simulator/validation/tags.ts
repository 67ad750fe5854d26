import { invalidInput } from '../errors/aws-error';
import type { Settings } from '../settings';
import type { Tag } from '../state/resources';

/** AWS's rules for tags (Lightsail Developer Guide, "Tags in Amazon Lightsail"). */
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

export interface ReadTagsInput {
  tags: readonly { key: string | undefined; value: string | undefined }[];
  settings: Settings;
}

/** The tags of a request, or AWS's refusal. A key without a value stays without one. */
export function readTags({ tags, settings }: ReadTagsInput): Tag[] {
  const keys = new Set<string>();
  assertTagCount({ count: tags.length, settings });
  return tags.map(({ key, value }) => {
    if (key === undefined || key.length === 0 || key.length > LONGEST_KEY) {
      throw invalidInput(`The tag key must be 1 to ${LONGEST_KEY} characters long: ${key ?? 'null'}`);
    }
    if (key.toLowerCase().startsWith('aws:'))
      throw invalidInput(`The tag key prefix aws: is reserved: ${key}`);
    if (value !== undefined && value.length > LONGEST_VALUE) {
      throw invalidInput(`The value of the tag ${key} must be at most ${LONGEST_VALUE} characters long.`);
    }
    if (keys.has(key)) throw invalidInput(`The tag key is given more than once: ${key}`);
    keys.add(key);
    return value === undefined ? { key } : { key, value };
  });
}

export function assertTagCount({ count, settings }: { count: number; settings: Settings }): void {
  if (count <= settings.tagsPerResource) return;
  throw invalidInput(
    `A resource can have at most ${settings.tagsPerResource} tags, but ${count} were given.`,
  );
}
