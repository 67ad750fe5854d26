import { z } from 'zod';

const batchSchema = z.object({
  /** Readable id, used in activity ids: `web-001..web-025`. */
  id: z.string(),
  instanceNames: z.array(z.string()),
});
export type FleetBatch = z.infer<typeof batchSchema>;

/** What a run will make and what that costs; the answer of `planFleet` and of the update `awaitPlan`. */
export const fleetPlanSchema = z.object({
  fleetId: z.string(),
  ownerId: z.string().meta({ description: 'Run id of the first execution: the proof of ownership.' }),
  accountId: z.string().optional().meta({
    description: 'AWS account of the source. A worker whose credentials reach another one touches nothing.',
  }),
  region: z.string(),
  availabilityZone: z.string(),
  source: z.object({
    name: z
      .string()
      .meta({ description: 'Instance snapshot, or instance whose automatic snapshot is cloned.' }),
    autoSnapshotDate: z
      .string()
      .optional()
      .meta({ description: 'Set when an automatic snapshot is cloned.' }),
    createdAt: z.string().optional(),
    sizeGb: z.number().optional(),
    diskPaths: z.array(z.string()).meta({ description: 'Paths of its disks beside the system disk.' }),
    disksGb: z
      .number()
      .optional()
      .meta({ description: 'Size of those disks together, GB: every instance gets a copy of each.' }),
  }),
  bundle: z.object({
    id: z.string(),
    cpuCount: z.number().optional(),
    ramSizeGb: z.number().optional(),
    diskSizeGb: z.number().optional(),
    monthlyPriceUsd: z.number().optional(),
  }),
  instanceCount: z.int(),
  batches: z.array(batchSchema),
  waitFor: z.union([z.enum(['operation', 'running']), z.object({ port: z.int() })]),
  limits: z.object({ operationMinutes: z.number(), readyMinutes: z.number(), rollbackMinutes: z.number() }),
  standing: z
    .object({
      minReady: z.int(),
      replaceFailed: z.int(),
      fallbackZones: z.array(z.string()),
      onFailure: z.enum(['rollback', 'keep']),
    })
    .meta({ description: 'When the fleet stands, and what becomes of it when it does not.' }),
  monthlyPriceUsd: z
    .number()
    .meta({ description: 'Of the whole fleet with its disks, USD a month, without tax and traffic.' }),
  hourlyPriceUsd: z
    .number()
    .optional()
    .meta({ description: 'The same by the hour: AWS bills by the hour, up to the price of a month.' }),
  disks: z
    .object({
      count: z.int(),
      totalGb: z.number(),
      monthlyPriceUsd: z.number(),
      named: z.int().optional().meta({ description: 'How many the request names; AWS names the others.' }),
      names: z
        .array(z.string())
        .optional()
        .meta({ description: 'Those names; of more than 100 the first 99 and the last.' }),
    })
    .optional()
    .meta({ description: "Copies of the snapshot's extra disks, which the fleet makes; absent when none." }),
  capacity: z
    .object({
      instances: z.object({ existing: z.int(), added: z.int() }),
      vcpus: z.object({ existing: z.int(), added: z.int(), quota: z.int().optional() }),
    })
    .optional()
    .meta({ description: 'What is in the Region now and what this adds; quota: FLEET_VCPU_QUOTA.' }),
  launch: z
    .object({
      keyPairName: z.string().optional(),
      ipAddressType: z.string().optional(),
      userDataBytes: z.int().optional(),
      userDataFile: z.string().optional(),
      addOns: z.array(z.string()),
      tags: z.array(z.string()).meta({ description: "`key=value` or `key`, without the fleet's own." }),
    })
    .optional()
    .meta({ description: 'What each instance is given beside its bundle. Never the text of the user data.' }),
  group: z
    .object({
      name: z.string(),
      keepLast: z.int().optional(),
      standing: z
        .int()
        .meta({ description: 'Older fleets of the group in the Region, as their tags say now.' }),
      deletes: z
        .array(z.string())
        .meta({ description: 'Ids of those that would be deleted once this one is ready; the first 20.' }),
      deletesCount: z.int(),
    })
    .optional()
    .meta({ description: 'What rotation would do now; absent without fleet.group.' }),
  checks: z.array(z.string()).meta({ description: 'What was looked at and found in order.' }),
  warnings: z
    .array(z.string())
    .meta({ description: 'What does not stop the run, but a person should know.' }),
});
export type FleetPlan = z.infer<typeof fleetPlanSchema>;
