import { z } from 'zod';
import { amount, text, time, whole } from './described';

const batchSchema = z
  .object({
    id: text('Readable id, used in activity ids: `web-001..web-025`.'),
    instanceNames: z.array(z.string()).meta({ description: 'Names of one create call.' }),
  })
  .meta({ id: 'FleetBatch', description: 'The instances of one create call.' });
/**
 * `lightsail-fleet schema FleetPlan` tells what each member means.
 *
 * @useDeclaredType
 */
export type FleetBatch = z.infer<typeof batchSchema>;

const sourceSchema = z.object({
  name: text('Instance snapshot, or instance whose automatic snapshot is cloned.'),
  autoSnapshotDate: text('Set when an automatic snapshot is cloned: YYYY-MM-DD.').optional(),
  createdAt: time('When the snapshot was made.').optional(),
  sizeGb: amount('Of the system disk, GB.').optional(),
  diskPaths: z.array(z.string()).meta({ description: 'Paths of its disks beside the system disk.' }),
  disksGb: amount('Size of those disks together, GB: every instance gets a copy of each.').optional(),
});

const bundleSchema = z.object({
  id: text('Such as nano_3_0.'),
  cpuCount: whole('vCPUs of one instance.').optional(),
  ramSizeGb: amount('Memory of one instance, GB.').optional(),
  diskSizeGb: amount('System disk of one instance, GB.').optional(),
  monthlyPriceUsd: amount('Of one instance, USD.').optional(),
});

const limitsSchema = z.object({
  operationMinutes: amount('How long an operation may take.'),
  readyMinutes: amount('How long an instance may take to be ready once its operation has ended.'),
  rollbackMinutes: amount('How long undo tries.'),
});

const standingSchema = z.object({
  minReady: whole('How many instances must be ready.'),
  replaceFailed: whole('How often a failed one is made again.'),
  fallbackZones: z.array(z.string()).meta({ description: 'Where to go when the zone is full, in order.' }),
  onFailure: z.enum(['rollback', 'keep']).meta({ description: 'What becomes of it when it does not stand.' }),
});

const disksSchema = z.object({
  count: whole('How many disks the fleet makes.'),
  totalGb: amount('All together, GB.'),
  monthlyPriceUsd: amount('All together, USD.'),
  named: whole('How many the request names; AWS names the others.').optional(),
  names: z
    .array(z.string())
    .optional()
    .meta({ description: 'Those names; of more than 100 the first 99 and the last.' }),
});

const existingSchema = { existing: whole('In the Region now.'), added: whole('What this adds.') };

const capacitySchema = z.object({
  instances: z.object(existingSchema).meta({ description: 'Instances.' }),
  vcpus: z
    .object({ ...existingSchema, quota: whole('FLEET_VCPU_QUOTA of the worker, where set.').optional() })
    .meta({ description: 'vCPUs.' }),
});

const launchSchema = z.object({
  keyPairName: text('Key pair; absent for the default one.').optional(),
  ipAddressType: text('dualstack, ipv4 or ipv6.').optional(),
  userDataBytes: whole('Length of the user data.').optional(),
  userDataFile: text('Its file on the worker.').optional(),
  addOns: z.array(z.string()).meta({ description: 'Types of the add-ons.' }),
  tags: z.array(z.string()).meta({ description: "`key=value` or `key`, without the fleet's own." }),
});

/** What a run will make and what that costs; the answer of `planFleet` and of the update `awaitPlan`. */
export const fleetPlanSchema = z.object({
  fleetId: text('The workflow id.'),
  ownerId: text('Run id of the first execution: the proof of ownership.'),
  accountId: text(
    'AWS account of the source. A worker whose credentials reach another one touches nothing.',
  ).optional(),
  region: text('Region of the fleet.'),
  availabilityZone: text('Zone asked for.'),
  source: sourceSchema.meta({ description: 'What is cloned.' }),
  bundle: bundleSchema.meta({ description: 'The machine of each instance.' }),
  instanceCount: whole('How many instances will be made.'),
  batches: z.array(batchSchema).meta({ description: 'All names, by create call.' }),
  waitFor: z
    .union([z.enum(['operation', 'running']), z.object({ port: z.int().meta({ description: 'TCP port.' }) })])
    .meta({ description: 'What counts as ready.' }),
  limits: limitsSchema.meta({ description: 'Minutes that each step may take.' }),
  standing: standingSchema.meta({
    description: 'When the fleet stands, and what becomes of it when it does not.',
  }),
  monthlyPriceUsd: amount('Of the whole fleet with its disks, USD a month, without tax and traffic.'),
  hourlyPriceUsd: amount(
    'The same by the hour: AWS bills by the hour, up to the price of a month.',
  ).optional(),
  disks: disksSchema
    .optional()
    .meta({ description: "Copies of the snapshot's extra disks, which the fleet makes; absent when none." }),
  capacity: capacitySchema
    .optional()
    .meta({ description: 'What is in the Region now and what this adds; quota: FLEET_VCPU_QUOTA.' }),
  launch: launchSchema
    .optional()
    .meta({ description: 'What each instance is given beside its bundle. Never the text of the user data.' }),
  group: z
    .object({
      name: text('fleet.group of the request.'),
      keepLast: whole('fleet.keepLast of the request.').optional(),
      standing: whole('Older fleets of the group in the Region, as their tags say now.'),
      deletes: z
        .array(z.string())
        .meta({ description: 'Ids of those that would be deleted once this one is ready; the first 20.' }),
      deletesCount: whole('All of them.'),
    })
    .optional()
    .meta({ description: 'What rotation would do now; absent without fleet.group.' }),
  checks: z.array(z.string()).meta({ description: 'What was looked at and found in order.' }),
  warnings: z
    .array(z.string())
    .meta({ description: 'What does not stop the run, but a person should know.' }),
});
/**
 * `lightsail-fleet schema FleetPlan` tells what each member means.
 *
 * @useDeclaredType
 */
export type FleetPlan = z.infer<typeof fleetPlanSchema>;
