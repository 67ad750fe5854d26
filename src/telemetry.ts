/* eslint-disable @typescript-eslint/no-require-imports -- only who asks for pretty logs loads what makes them. */
import pino, { type Logger } from 'pino';
import type { LogLevel, Logger as TemporalLogger } from '@temporalio/worker';
// These files alone, here and in worker-connection.ts: the whole package takes half as long again to load, and is loaded
// while the server is being connected to.
import { Runtime } from '@temporalio/worker/lib/runtime';
import type { Config } from './config';

/**
 * Members that never reach a log line, whatever object carries them: many can read logs. pino's `*` stands
 * for one level, so the two levels at which our own log calls nest are spelled out.
 */
const SECRET_MEMBERS = [
  'userData',
  'privateKey',
  'secretAccessKey',
  'sessionToken',
  'apiKey',
  'authorization',
  'password',
];
const REDACTED_PATHS = SECRET_MEMBERS.flatMap((member) => [member, `*.${member}`, `*.*.${member}`]);

export interface CreateLoggerInput {
  level: Config['logLevel'];
  /** For people: one coloured line each; otherwise NDJSON. */
  pretty: boolean;
}

/** Logs go to stderr: stdout is for results. Written at once, so that a killed process loses no line. */
export function createLogger({ level, pretty }: CreateLoggerInput): Logger {
  const options = {
    level,
    redact: { paths: REDACTED_PATHS, censor: '(hidden)' },
    base: null,
    serializers: { error: pino.stdSerializers.err },
  };
  if (!pretty) return pino(options, pino.destination({ dest: 2, sync: true }));
  const pinoPretty = require('pino-pretty') as typeof import('pino-pretty');
  return pino(
    options,
    pinoPretty({ destination: 2, sync: true, translateTime: 'HH:MM:ss', ignore: 'pid,hostname' }),
  );
}

/**
 * Temporal's Runtime, once a process: its own logs and Core's go through pino, and signals are left to the
 * worker, which drains before it shuts down.
 */
export function installRuntime({
  logger,
  metricsAddress,
}: {
  logger: Logger;
  metricsAddress?: string | undefined;
}): void {
  Runtime.install({
    logger: toTemporalLogger(logger),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {} },
      ...(metricsAddress === undefined ? {} : { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
}

const PINO_LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

function toTemporalLogger(logger: Logger): TemporalLogger {
  const write = (level: LogLevel, message: string, meta?: Record<string, unknown>) => {
    // The SDK's trace lines carry whole payloads, and with them what is secret in an input.
    if (level !== 'TRACE') logger[PINO_LEVELS[level]]({ ...meta }, message);
  };
  return {
    log: write,
    trace: (message, meta) => {
      write('TRACE', message, meta);
    },
    debug: (message, meta) => {
      write('DEBUG', message, meta);
    },
    info: (message, meta) => {
      write('INFO', message, meta);
    },
    warn: (message, meta) => {
      write('WARN', message, meta);
    },
    error: (message, meta) => {
      write('ERROR', message, meta);
    },
  };
}
