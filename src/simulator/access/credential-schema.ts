import { z } from 'zod';
import { policySchema } from './policy-schema';

/** More identities than a fleet of clients has; each call looks its own up among them. */
const MOST_CREDENTIALS = 1000;

const credential = z.strictObject({
  accessKeyId: z
    .string()
    .regex(/^[A-Za-z0-9]{16,128}$/, { error: 'expected 16 to 128 characters of A-Z a-z 0-9' }),
  secretAccessKey: z.string().min(1).max(256),
  /** Of temporary credentials: every call must carry it. */
  sessionToken: z.string().min(1).max(8192).optional(),
  /** When they end, by the true time and not by the virtual clock. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  /** What it may do; everything, where there is none. */
  policy: policySchema.optional(),
});

export type Credential = z.infer<typeof credential>;

/** Without any, every key is accepted and no signature is verified. */
export const credentialsSchema = z
  .array(credential)
  .min(1, { error: 'expected at least one; leave the member out to accept every key' })
  .max(MOST_CREDENTIALS);
