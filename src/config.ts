import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { DEFAULT_TASK_QUEUE } from './contract/names';

/**
 * Environment of the worker and of the command, parsed in one place. Temporal's own variables are read by
 * `@temporalio/envconfig`, AWS's by the AWS SDK.
 */
export interface Config {
  taskQueue: string;
  /** Ceiling of the interval between two looks at Lightsail, seconds. */
  pollSeconds: number;
  /** Most calls to AWS a second, for each Region and worker. */
  callsPerSecond: number;
  /** How long a create whose outcome is unknown may still land, seconds; undo looks that long. */
  settleSeconds: number;
  /** Folder that `fleet.userDataFile` is read from; none when unset. */
  userDataDir?: string | undefined;
  /** The Region that this worker is mostly asked for. */
  awsRegion?: string | undefined;
  /** vCPUs that the account may have in a Region (Service Quotas); unset: a plan only warns above AWS's default. */
  vcpuQuota?: number | undefined;
  /** `host:port` of the Prometheus endpoint; none when unset. */
  metricsAddress?: string | undefined;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

/** Their names are public already. Refused as long as nothing honours them: who sets one relies on it. */
const notYet = z.undefined({ error: 'is not supported by this version: unset it' }).optional();

const positive = (most: number) =>
  z.coerce
    .number({ error: `expected a number above 0, at most ${String(most)}` })
    .gt(0, { error: `expected a number above 0, at most ${String(most)}` })
    .max(most, { error: `expected a number above 0, at most ${String(most)}` });

const environmentSchema = z.object({
  FLEET_TASK_QUEUE: z.string().min(1, { error: 'expected a name' }).default(DEFAULT_TASK_QUEUE),
  FLEET_POLL_SECONDS: positive(300).default(15),
  FLEET_CALLS_PER_SECOND: positive(1000).default(10),
  FLEET_SETTLE_SECONDS: positive(3600).default(180),
  FLEET_METRICS_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$|^\[[\da-fA-F:]+\]:\d{1,5}$/, {
      error: 'expected host:port, such as 127.0.0.1:9464',
    })
    .optional(),
  FLEET_HEALTH_ADDRESS: notYet,
  FLEET_USER_DATA_DIR: z.string().refine(isAbsolute, { error: 'expected an absolute path' }).optional(),
  FLEET_VCPU_QUOTA: z.coerce
    .number({ error: 'expected a whole number of vCPUs, 1 to 1000000' })
    .int({ error: 'expected a whole number of vCPUs, 1 to 1000000' })
    .min(1, { error: 'expected a whole number of vCPUs, 1 to 1000000' })
    .max(1_000_000, { error: 'expected a whole number of vCPUs, 1 to 1000000' })
    .optional(),
  FLEET_ENCRYPTION_KEYS: notYet,
  AWS_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'expected a Region such as us-east-1' })
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'expected trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
});

/** Variables whose value never appears in a message. */
const SECRET_VARIABLES = new Set(['FLEET_ENCRYPTION_KEYS']);

/** The configuration, or one error that lists every variable at fault. An empty variable counts as unset. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).flatMap((name) => {
      const value = env[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => describeIssue(issue, given)));
  return {
    taskQueue: parsed.data.FLEET_TASK_QUEUE,
    pollSeconds: parsed.data.FLEET_POLL_SECONDS,
    callsPerSecond: parsed.data.FLEET_CALLS_PER_SECOND,
    settleSeconds: parsed.data.FLEET_SETTLE_SECONDS,
    userDataDir: parsed.data.FLEET_USER_DATA_DIR,
    awsRegion: parsed.data.AWS_REGION,
    vcpuQuota: parsed.data.FLEET_VCPU_QUOTA,
    metricsAddress: parsed.data.FLEET_METRICS_ADDRESS,
    logLevel: parsed.data.LOG_LEVEL,
  };
}

/** Every variable at fault, in one error. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(
      `the environment has ${String(problems.length)} problem(s):\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

function describeIssue(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const name = String(issue.path[0] ?? '');
  if (!issue.message.startsWith('expected')) return `${name}: ${issue.message}`;
  const shown = SECRET_VARIABLES.has(name) ? '(hidden)' : JSON.stringify(given[name]);
  return `${name}: ${issue.message}, got ${shown}`;
}
