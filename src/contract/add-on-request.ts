import { z } from 'zod';

/** AWS takes numbers as text here (API reference, StopInstanceOnIdleRequest). */
const numeral = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, { error: 'expected a number, as text' });

/** One of `addOns`, as AWS documents AddOnRequest. */
export const addOnSchema = z.strictObject({
  addOnType: z
    .enum(['AutoSnapshot', 'StopInstanceOnIdle'], {
      error: 'expected AutoSnapshot or StopInstanceOnIdle',
    })
    .meta({ description: 'Which add-on.' }),
  autoSnapshotAddOnRequest: z
    .strictObject({
      snapshotTimeOfDay: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):00$/, { error: 'expected a full hour, HH:00 in UTC' })
        .optional()
        .meta({ description: 'When it is taken, HH:00 in UTC; default chosen by AWS.' }),
    })
    .optional()
    .meta({ description: 'Only of AutoSnapshot.' }),
  stopInstanceOnIdleRequest: z
    .strictObject({
      threshold: numeral.optional().meta({ description: 'Percent of CPU, as text.' }),
      duration: numeral.optional().meta({ description: 'Minutes, as text.' }),
    })
    .optional()
    .meta({ description: 'Only of StopInstanceOnIdle, which requires both members.' }),
});
