import { join } from 'node:path';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from '../../src/contract/search-attributes';
import { startTemporalDevServer, type TemporalDevServer } from '../../src/dev-stack/temporal-dev-server';

export interface StartTemporalInput {
  /** Holds the database file. */
  folder: string;
  port?: number;
  ui?: boolean | undefined;
  searchAttributes?: boolean | undefined;
}

/** A real server, of the CLI that `npm test` found or made. */
export async function startTemporal({
  folder,
  port,
  ui,
  searchAttributes,
}: StartTemporalInput): Promise<TemporalDevServer> {
  const temporalCli = process.env['TEMPORAL_CLI_PATH'];
  if (temporalCli === undefined) throw new Error('TEMPORAL_CLI_PATH is not set: run the tests with npm test');
  return startTemporalDevServer({
    temporalCli,
    port,
    headless: ui !== true,
    databaseFile: join(folder, 'temporal.db'),
    searchAttributes: searchAttributes === false ? [] : SEARCH_ATTRIBUTE_DEFINITIONS,
  });
}
