import { z } from 'zod';

/** AWS takes numbers as text here (API reference, StopInstanceOnIdleRequest). */
const numeral = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, { error: 'expected a number, as text' });

/** One of `addOns`, as AWS documents AddOnRequest. */
export const addOnSchema = z.strictObject({
  addOnType: z.enum(['AutoSnapshot', 'StopInstanceOnIdle'], {
    error: 'expected AutoSnapshot or StopInstanceOnIdle',
  }),
  autoSnapshotAddOnRequest: z
    .strictObject({
      snapshotTimeOfDay: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):00$/, { error: 'expected a full hour, HH:00 in UTC' })
        .optional(),
    })
    .optional(),
  stopInstanceOnIdleRequest: z
    .strictObject({ threshold: numeral.optional(), duration: numeral.optional() })
    .optional(),
});
