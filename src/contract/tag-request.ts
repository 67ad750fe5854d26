import { z } from 'zod';
import { RESERVED_TAG_PREFIX } from './tags';

/** Characters of a tag: Lightsail guide, "Tag restrictions". */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAG_TEXT_RULE = 'expected letters, digits, spaces and _ . : / = + - @ only';

/** One of `tags`, as AWS documents Tag. */
export const tagSchema = z.strictObject({
  key: z
    .string()
    .min(1, { error: 'expected 1 to 128 characters' })
    .max(128, { error: 'expected 1 to 128 characters' })
    .refine((key) => !key.toLowerCase().startsWith('aws:'), {
      error: 'expected a key that does not start with aws: (reserved by AWS)',
    })
    .refine((key) => TAG_TEXT.test(key), { error: TAG_TEXT_RULE })
    .refine((key) => !key.startsWith(RESERVED_TAG_PREFIX), {
      error: `expected a key that does not start with ${RESERVED_TAG_PREFIX} (reserved for the proof of ownership)`,
    })
    .meta({
      description: `Letters, digits, spaces and _ . : / = + - @; not aws: or ${RESERVED_TAG_PREFIX} at its start.`,
    }),
  value: z
    .string()
    .max(256, { error: 'expected at most 256 characters' })
    .refine((value) => TAG_TEXT.test(value), { error: TAG_TEXT_RULE })
    .optional()
    .meta({ description: 'The same characters.' }),
});
