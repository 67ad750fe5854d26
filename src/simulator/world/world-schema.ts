import { z } from 'zod';
import { credentialsSchema } from '../access/credential-schema';

/** Enough for every bench of ours, and a bound on what one `PUT world` may allocate. */
const MOST_OF_ONE_KIND = 100_000;

const regionName = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'expected a Region such as us-east-1' });
const resourceName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,253}[A-Za-z0-9]$/, {
  error: 'expected 2 to 255 characters of A-Z a-z 0-9 . _ -',
});
const tags = z.array(
  z.strictObject({ key: z.string().min(1).max(128), value: z.string().max(256).optional() }),
);
const disks = z
  .array(z.strictObject({ path: z.string().min(1), sizeInGb: z.int().min(8).max(16_384) }))
  .max(15);

const region = z.strictObject({
  name: regionName,
  zones: z
    .array(z.strictObject({ name: z.string().min(1), state: z.enum(['available', 'unavailable']) }))
    .min(1),
});

const snapshot = z.strictObject({
  region: regionName,
  name: resourceName,
  state: z.enum(['pending', 'available', 'error']).default('available'),
  sizeInGb: z.int().min(1).default(20),
  fromInstanceName: resourceName.default('golden-source'),
  fromBlueprintId: z.string().min(1).default('ubuntu_24_04'),
  fromBundleId: z.string().min(1).default('nano_3_0'),
  disks: disks.default([]),
  tags: tags.default([]),
  /** How old it is when the world starts. */
  ageDays: z.number().min(0).max(36_500).default(7),
});

const instance = z.strictObject({
  region: regionName,
  name: resourceName,
  availabilityZone: z.string().min(1).optional(),
  bundleId: z.string().min(1).default('nano_3_0'),
  blueprintId: z.string().min(1).default('ubuntu_24_04'),
  state: z.enum(['running', 'stopped']).default('running'),
  tags: tags.default([]),
  addOns: z.array(z.enum(['AutoSnapshot', 'StopInstanceOnIdle'])).default([]),
  disks: z
    .array(z.strictObject({ name: resourceName, path: z.string().min(1), sizeInGb: z.int().min(8) }))
    .default([]),
  autoSnapshots: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        status: z.enum(['Success', 'Failed', 'InProgress', 'NotFound']).default('Success'),
        disks: disks.default([]),
      }),
    )
    .default([]),
  /** How old it and its disks are when the world starts. */
  ageDays: z.number().min(0).max(36_500).default(0),
});

const placed = z.strictObject({ region: regionName, name: resourceName });

/** The world to start from, with every member. */
export const worldSchema = z.strictObject({
  regions: z.array(region).min(1).max(100),
  snapshots: z.array(snapshot).max(MOST_OF_ONE_KIND),
  keyPairs: z.array(placed).max(MOST_OF_ONE_KIND),
  instances: z.array(instance).max(MOST_OF_ONE_KIND),
  staticIps: z.array(placed).max(MOST_OF_ONE_KIND),
  loadBalancers: z.array(placed).max(MOST_OF_ONE_KIND),
  quotas: z.strictObject({
    instances: z.int().min(0).max(1_000_000),
    vcpus: z.int().min(0).max(10_000_000),
  }),
  credentials: credentialsSchema.optional(),
  /** Whose account it is. Default: AWS's documented example account. */
  accountId: z
    .string()
    .regex(/^\d{12}$/, { error: 'expected 12 digits' })
    .optional(),
});

/** What `PUT world` takes: members left out are those of the default world. */
export const worldChangeSchema = worldSchema
  .partial()
  .extend({ quotas: worldSchema.shape.quotas.partial().optional(), seed: z.int().optional() });

export type World = z.infer<typeof worldSchema>;
export type WorldRegion = World['regions'][number];
export type WorldInstance = World['instances'][number];
