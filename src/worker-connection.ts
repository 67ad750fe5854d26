import { setTimeout as delay } from 'node:timers/promises';
import { NativeConnection } from '@temporalio/worker/lib/connection';
import type { Logger } from 'pino';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from './contract/search-attributes';
import type { TemporalFlags } from './temporal-profile';
import { readTemporalTarget, TemporalUnreachableError } from './temporal-target';

/** An orchestrator starts worker and server together; after this long something is wrong with the address. */
const CONNECT_MINUTES = 5;
const LONGEST_PAUSE_SECONDS = 15;
/** As long as the command waits for an answer. */
const SAY_AFTER_SECONDS = 4;

export interface WorkerConnection {
  connection: NativeConnection;
  namespace: string;
  address: string;
}

export interface ConnectWorkerInput {
  env: NodeJS.ProcessEnv;
  /** Of the command line; they win. */
  flags?: TemporalFlags | undefined;
  logger: Logger;
  /** Ends the attempts: the process is asked to stop. */
  signal: AbortSignal;
}

/** Connects as `@temporalio/envconfig` says (TEMPORAL_ADDRESS, profiles, TLS), again and again with backoff. */
export async function connectWorker({
  env,
  flags,
  logger,
  signal,
}: ConnectWorkerInput): Promise<WorkerConnection> {
  const { connectionOptions, namespace, place } = readTemporalTarget({ env, flags });
  const { address, addressFrom } = place;
  const until = Date.now() + CONNECT_MINUTES * 60_000;
  for (let attempt = 1; ; attempt++) {
    // A server that takes the connection and stays silent is not refused before the SDK's own time-out, much later.
    const silence = setTimeout(() => {
      logger.warn({ address, addressFrom, namespace, attempt }, 'Temporal does not answer yet');
    }, SAY_AFTER_SECONDS * 1000);
    try {
      return { connection: await NativeConnection.connect(connectionOptions), namespace, address };
    } catch (error) {
      if (Date.now() >= until || signal.aborted) {
        throw new TemporalUnreachableError({
          place,
          limit: `${String(CONNECT_MINUTES)} minutes`,
          cause: error,
        });
      }
      const pauseSeconds = Math.min(2 ** (attempt - 1), LONGEST_PAUSE_SECONDS);
      logger.warn(
        { address, addressFrom, namespace, attempt, pauseSeconds, cause: messageOf(error) },
        'Temporal is not reachable yet',
      );
      await delay(pauseSeconds * 1000, undefined, { signal }).catch(() => undefined);
    } finally {
      clearTimeout(silence);
    }
  }
}

/**
 * Search attributes that the namespace lacks. An upsert of one that is not registered fails the workflow task
 * for ever while the run looks Running, so a worker does not start without them.
 */
async function findMissingSearchAttributes({ connection, namespace }: WorkerConnection): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return SEARCH_ATTRIBUTE_DEFINITIONS.map(({ name }) => name).filter(
    (name) => customAttributes?.[name] === undefined,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A run that sets an attribute which nobody has registered would stall for ever. */
export async function requireSearchAttributes({
  connected,
  logger,
}: {
  connected: WorkerConnection;
  logger: Logger;
}): Promise<void> {
  let missing: string[];
  try {
    missing = await findMissingSearchAttributes(connected);
  } catch (error) {
    logger.warn(
      { cause: String(error) },
      'the search attributes could not be listed; a missing one would stall every run',
    );
    return;
  }
  if (missing.length === 0) return;
  throw new Error(
    `search attributes are not registered in namespace ${connected.namespace}: ${missing.join(', ')}. Run: lightsail-fleet init`,
  );
}
