import { z } from 'zod';
import { findTemplateProblem } from './name-template';
import { ZONE_PATTERN, ZONE_RULE } from './region';

/** Most instances of one fleet: measured, they take 450 KB of a history, which ends at 50 MB. */
export const MAX_FLEET_SIZE = 1000;

const count = (most: number) =>
  z
    .int()
    .min(1, { error: `expected 1 to ${String(most)}` })
    .max(most, { error: `expected 1 to ${String(most)}` });

const USER_DATA_FILE_RULE =
  'expected a relative path without .. parts, of a file under the FLEET_USER_DATA_DIR of the worker';

function isInsideFolder(path: string): boolean {
  // A drive letter, a UNC path and a NUL mean something to some system: refused everywhere, so that all workers agree.
  return !/^[/\\]|^[A-Za-z]:|\0/.test(path) && !path.split(/[/\\]/).includes('..');
}

/** A failed instance that is made again costs its time-outs again: with 30 minutes each, 10 are a working day. */
const MAX_REPLACEMENTS = 10;

/** No Region of AWS has more zones. */
const MAX_FALLBACK_ZONES = 6;

/** A group name is a tag and a search attribute, and stands in ids: the characters of a fleet id. */
const GROUP = /^[A-Za-z0-9._:/=+@-]{1,128}$/;
const GROUP_RULE = 'expected 1 to 128 characters of A-Z a-z 0-9 . _ : / = + @ -';

/** More generations than this nobody goes back to, and all of them are billed. */
const MAX_KEPT = 100;

/** `fleet`: what is ours in the input, beside AWS's own members. */
export const fleetOptionsSchema = z.strictObject({
  nameTemplate: z
    .string()
    .superRefine((template, context) => {
      const problem = findTemplateProblem(template);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    })
    .optional()
    .meta({
      description: 'Names by template: {index} {index:03} {date} {time} {run}.',
      examples: ['web-{index:03}'],
    }),
  count: count(MAX_FLEET_SIZE).optional().meta({ description: 'How many instances the template makes.' }),
  waitFor: z
    .union(
      [
        z.enum(['operation', 'running']),
        z.strictObject({
          port: count(65_535).meta({ description: 'TCP port that must answer, seen from the worker.' }),
        }),
      ],
      {
        error: 'expected "operation", "running" or { "port": 1 to 65535 }',
      },
    )
    .optional()
    .meta({ description: 'What counts as ready; default running (with its public address).' }),
  batchSize: count(100).optional().meta({ description: 'Names a create call; default 25.' }),
  limits: z
    .strictObject({
      operationMinutes: count(24 * 60)
        .optional()
        .meta({ description: 'How long an operation may take; default 30.' }),
      readyMinutes: count(24 * 60)
        .optional()
        .meta({
          description: 'How long an instance may take to be ready once its operation has ended; default 10.',
        }),
      rollbackMinutes: count(24 * 60)
        .optional()
        .meta({ description: 'How long undo tries; default 60.' }),
    })
    .optional()
    .meta({ description: 'Minutes: operationMinutes 30, readyMinutes 10, rollbackMinutes 60.' }),
  onFailure: z.enum(['rollback', 'keep'], { error: 'expected "rollback" or "keep"' }).optional().meta({
    description:
      'rollback (default), or keep: leave what was made for inspection, billed, and still fail. A cancelled run is rolled back all the same.',
  }),
  replaceFailed: z
    .int()
    .min(0, { error: `expected 0 to ${String(MAX_REPLACEMENTS)}` })
    .max(MAX_REPLACEMENTS, { error: `expected 0 to ${String(MAX_REPLACEMENTS)}` })
    .optional()
    .meta({ description: 'How many times a failed instance is removed and made again; default 1.' }),
  minReady: count(MAX_FLEET_SIZE).optional().meta({
    description:
      'How many instances must be ready for the fleet to stand; default all. Those that failed are removed in any case.',
  }),
  fallbackZones: z
    .array(z.string().regex(ZONE_PATTERN, { error: ZONE_RULE }))
    .max(MAX_FALLBACK_ZONES, { error: `expected at most ${String(MAX_FALLBACK_ZONES)} zones` })
    .optional()
    .meta({
      description:
        'Zones of the same Region that are tried, in order, for instances whose zone has no capacity.',
      examples: [['us-east-1b', 'us-east-1c']],
    }),
  group: z
    .string()
    .regex(GROUP, { error: GROUP_RULE })
    .optional()
    .meta({
      description:
        'What the fleet is a generation of, in its Region. With keepLast, older generations are deleted.',
      examples: ['web'],
    }),
  keepLast: count(MAX_KEPT).optional().meta({
    description:
      'When this fleet is ready, older fleets of its group, Region and source are deleted until this many are left, this one included. A fleet that fails deletes nothing. Not beside waitFor: operation.',
  }),
  shareGroup: z.boolean().optional().meta({
    description:
      'The group holds fleets of other sources, too, and keepLast goes for all of them together. Default false: those of another source are left alone.',
  }),
  userDataFile: z
    .string()
    .min(1, { error: USER_DATA_FILE_RULE })
    .max(1024, { error: USER_DATA_FILE_RULE })
    .refine(isInsideFolder, { error: USER_DATA_FILE_RULE })
    .optional()
    .meta({
      description:
        "A file under the worker's FLEET_USER_DATA_DIR, read when instances are created, so that its text is never in history. Excludes userData.",
    }),
});

/**
 * `lightsail-fleet schema CloneFleetInput` tells what each member means.
 *
 * @useDeclaredType
 */
export type FleetOptions = z.infer<typeof fleetOptionsSchema>;

/** Defaults of `fleet`, in one place for the plan, the help text and the documentation. */
export const FLEET_DEFAULTS = {
  batchSize: 25,
  waitFor: 'running',
  operationMinutes: 30,
  readyMinutes: 10,
  rollbackMinutes: 60,
  replaceFailed: 1,
  onFailure: 'rollback',
} as const;
