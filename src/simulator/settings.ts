import { z } from 'zod';

const seconds = z.number().min(0).max(31_536_000);
const range = z
  .union([
    seconds.transform((value) => ({ min: value, max: value })),
    z.strictObject({ min: seconds, max: seconds }),
  ])
  .refine(({ min, max }) => min <= max, { error: 'expected min to be at most max' });

/**
 * Everything that AWS does not document, or that a test wants otherwise. All seconds are virtual.
 * Each member is explained in docs/simulator-differences.md.
 */
export const settingsSchema = z.strictObject({
  speed: z.number().min(0).max(100_000),
  createSeconds: range,
  deleteSeconds: range,
  addressDelaySeconds: range,
  runningDelaySeconds: range,
  snapshotSeconds: range,
  operationsListingLagSeconds: seconds,
  operationsPageSize: z.int().min(1).max(200),
  listingPageSize: z.int().min(1).max(1000),
  callsPerSecond: z.number().positive().max(1_000_000).nullable(),
  callsBurst: z.int().min(1).max(1_000_000),
  deleteWhilePending: z.enum(['refuse', 'allow']),
  failedInstanceRemains: z.boolean(),
  stuckInstanceDeletable: z.boolean(),
  unmappedDisks: z.enum(['create', 'skip']),
  disksInheritTags: z.boolean(),
  capacityFails: z.enum(['operation', 'call']),
  maxInstanceNamesPerCall: z.int().min(1).max(10_000),
  userDataMaxBytes: z.int().min(0).max(1_000_000),
  tagsPerResource: z.int().min(1).max(1000),
  publicIpAddress: z.ipv4().nullable(),
  errorTypeHeader: z.boolean(),
  clockSkewSeconds: z.number().min(-31_536_000).max(31_536_000),
  fsync: z.boolean(),
  ledgerMaxRows: z.int().min(1000).max(10_000_000),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SecondsRange = Settings['createSeconds'];

/** What `PUT settings` takes: any of the settings; those left out stay as they are. */
export const settingsChangeSchema = settingsSchema.partial();

/** Page sizes and tag limits are AWS's documented ones; all else, durations too: docs/simulator-differences.md. */
export function defaultSettings(): Settings {
  return {
    speed: 1,
    createSeconds: { min: 15, max: 25 },
    deleteSeconds: { min: 3, max: 6 },
    addressDelaySeconds: { min: 0, max: 2 },
    runningDelaySeconds: { min: 0, max: 0 },
    snapshotSeconds: { min: 15, max: 25 },
    operationsListingLagSeconds: 0,
    operationsPageSize: 200,
    listingPageSize: 100,
    callsPerSecond: null,
    callsBurst: 20,
    deleteWhilePending: 'refuse',
    failedInstanceRemains: true,
    stuckInstanceDeletable: true,
    unmappedDisks: 'create',
    disksInheritTags: false,
    capacityFails: 'operation',
    maxInstanceNamesPerCall: 100,
    userDataMaxBytes: 16_384,
    tagsPerResource: 50,
    publicIpAddress: null,
    errorTypeHeader: false,
    clockSkewSeconds: 0,
    fsync: false,
    ledgerMaxRows: 500_000,
  };
}
