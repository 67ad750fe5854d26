import type { Shape } from './shapes';
import { optional, pattern, structure, text } from './shapes';

/** Patterns of the API model: ResourceName and NonEmptyString. */
export const resourceName = pattern(/\w[\w\-]*\w/);
export const nonEmpty = pattern(/.*\S.*/, /\S/);

/** ResourceArn of the API model. */
export const resourceArn = pattern(
  /^arn:(aws[^:]*):([a-zA-Z0-9-]+):([a-z0-9-]+):([0-9]+):([a-zA-Z]+)\/([a-zA-Z0-9-]+)$/,
);

export const pageTokenInput: Shape<{ pageToken: string | undefined }> = structure({
  pageToken: optional(text),
});

export const tagShape: Shape<{ key: string | undefined; value: string | undefined }> = structure({
  key: optional(text),
  value: optional(text),
});
