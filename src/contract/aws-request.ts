import { z } from 'zod';
import { addOnSchema } from './add-on-request';
import { ZONE_PATTERN, ZONE_RULE } from './region';
import { tagSchema } from './tag-request';

/**
 * The CreateInstancesFromSnapshot request exactly as AWS documents it (API model of
 * @aws-sdk/client-lightsail 3.1169.0). Limits the model does not state come from the Lightsail guide.
 */

/** "2 to 255 characters, alphanumeric at both ends" (Lightsail guide, resource names). */
const RESOURCE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,253}[A-Za-z0-9]$/;
const RESOURCE_NAME_RULE =
  'expected 2 to 255 characters of A-Z a-z 0-9 . _ -, a letter or digit at both ends';

/** 16 KB raw, as EC2's user data: Lightsail does not document a limit of its own. */
const USER_DATA_BYTES = 16_384;

/** 50 tags a resource, three of them ours. */
const USER_TAGS = 47;

/** "You can attach up to 15 disks" (Lightsail guide). */
const DISKS_PER_INSTANCE = 15;

/**
 * The API model lets the name of what is there begin and end with `_`, and AWS's own text (CreateInstances, as users report it)
 * does not speak of ends: the plan reads whether it exists, so that nothing that AWS takes is refused here.
 */
const existingName = () =>
  z.string().regex(/^[\w.-]{2,255}$/, { error: 'expected 2 to 255 characters of A-Z a-z 0-9 . _ -' });

const resourceName = () => z.string().regex(RESOURCE_NAME, { error: RESOURCE_NAME_RULE });
/** The API model sets no length; nothing that exists is longer, and a message must not carry megabytes. */
const LONGEST = 255;

const nonEmpty = (what: string) =>
  z
    .string()
    .regex(/\S/, { error: `expected ${what}` })
    .max(LONGEST, { error: `expected ${what}, at most ${String(LONGEST)} characters` });

const diskMapSchema = z.strictObject({
  originalDiskPath: nonEmpty('the path of a disk in the snapshot, such as /dev/xvdf')
    .optional()
    .meta({ description: 'Path of a disk in the snapshot.', examples: ['/dev/xvdf'] }),
  newDiskName: z
    .string()
    .refine((name) => RESOURCE_NAME.test(name.replaceAll('{name}', 'xx')), { error: RESOURCE_NAME_RULE })
    .optional()
    .meta({
      description: 'Name of its copy; under the key * with {name} in it, the name of the instance.',
      examples: ['{name}-data'],
    }),
});

export const awsRequestShape = {
  instanceNames: z
    .array(resourceName())
    .min(1, { error: 'expected 1 to 1000 names' })
    .max(1000, { error: 'expected 1 to 1000 names' })
    .optional()
    .meta({
      description: 'Names of the new instances. Leave out in favour of fleet.nameTemplate and fleet.count.',
    }),
  instanceSnapshotName: existingName()
    .optional()
    .meta({ description: 'The instance snapshot to clone.', examples: ['golden'] }),
  sourceInstanceName: existingName()
    .optional()
    .meta({ description: 'The instance whose automatic snapshot is cloned.' }),
  restoreDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date, YYYY-MM-DD' })
    .optional()
    .meta({ description: 'Date of the automatic snapshot (UTC), YYYY-MM-DD.' }),
  useLatestRestorableAutoSnapshot: z
    .boolean()
    .optional()
    .meta({ description: 'Clone the newest automatic snapshot of sourceInstanceName.' }),
  availabilityZone: z
    .string()
    .regex(ZONE_PATTERN, { error: ZONE_RULE })
    .meta({
      description: 'Zone of the new instances; its Region is where the calls go.',
      examples: ['us-east-1a'],
    }),
  bundleId: nonEmpty('a bundle id such as nano_3_0').meta({
    description: 'Bundle of the new instances: not smaller than the snapshot.',
    examples: ['nano_3_0'],
  }),
  keyPairName: existingName()
    .optional()
    .meta({ description: 'Key pair in the Region; default the default one.', examples: ['ops'] }),
  userData: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= USER_DATA_BYTES, {
      error: `expected at most ${String(USER_DATA_BYTES)} bytes`,
    })
    .optional()
    .meta({ description: 'Launch script. Kept in workflow history as any input is.' }),
  tags: z
    .array(tagSchema)
    .max(USER_TAGS, { error: `expected at most ${String(USER_TAGS)} tags (50 a resource, 3 are ours)` })
    .optional()
    .meta({ description: 'Tags of the new instances, at most 47 with distinct keys: three more are ours.' }),
  attachedDiskMapping: z
    .record(
      z.string(),
      z
        .array(diskMapSchema)
        .max(DISKS_PER_INSTANCE, { error: `expected at most ${String(DISKS_PER_INSTANCE)} disks` }),
    )
    .optional()
    .meta({ description: 'Instance name (or * for every instance) to the names of its disks.' }),
  addOns: z
    .array(addOnSchema)
    .optional()
    .meta({ description: 'Add-ons of the new instances, each at most once.' }),
  ipAddressType: z
    .enum(['dualstack', 'ipv4', 'ipv6'], { error: 'expected dualstack, ipv4 or ipv6' })
    .optional()
    .meta({ description: "Addresses of the new instances; default AWS's, dualstack." }),
};

export { RESOURCE_NAME, RESOURCE_NAME_RULE, USER_DATA_BYTES };
