import type { Shape } from './shapes';
import { optional, pattern, structure, text } from './shapes';

/** Patterns of the API model: ResourceName and NonEmptyString. */
export const resourceName = pattern(/\w[\w\-]*\w/);
export const nonEmpty = pattern(/.*\S.*/, /\S/);

export const pageTokenInput: Shape<{ pageToken: string | undefined }> = structure({
  pageToken: optional(text),
});

export const tagShape: Shape<{ key: string | undefined; value: string | undefined }> = structure({
  key: optional(text),
  value: optional(text),
});
