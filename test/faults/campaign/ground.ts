import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from '../../../src/contract/search-attributes';
import { startTemporalDevServer, type TemporalDevServer } from '../../../src/dev-stack/temporal-dev-server';

/** A killed server loses nothing by these, only a crash of the machine would; writes cost a third. */
const SQLITE_PRAGMAS = ['journal_mode=WAL', 'synchronous=OFF'];

/** A Temporal server on a database file, which the lanes of a campaign share. Each has a task queue of its own. */
export class Ground {
  private constructor(
    readonly folder: string,
    private server: TemporalDevServer,
    readonly client: Client,
  ) {}

  static async start(): Promise<Ground> {
    const folder = await mkdtemp(join(tmpdir(), 'lightsail-fleet-faults-'));
    const server = await startServer({ folder });
    const client = new Client({ connection: await Connection.connect({ address: server.address }) });
    return new Ground(folder, server, client);
  }

  get temporalAddress(): string {
    return this.server.address;
  }

  get temporalPid(): number {
    return this.server.pid;
  }

  /** kill -9, then a new one on the same port and file. Clients and workers reconnect by themselves. */
  async restartTemporal(): Promise<void> {
    const { port } = this.server;
    await this.server.kill();
    this.server = await startServer({ folder: this.folder, port });
  }

  async stop(): Promise<void> {
    await this.client.connection.close();
    await this.server.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function startServer({ folder, port }: { folder: string; port?: number }): Promise<TemporalDevServer> {
  const temporalCli = process.env['TEMPORAL_CLI_PATH'];
  if (temporalCli === undefined)
    throw new Error('TEMPORAL_CLI_PATH is not set: start this with npm run test:faults, or npm test');
  return startTemporalDevServer({
    temporalCli,
    port,
    headless: true,
    databaseFile: join(folder, 'temporal.db'),
    sqlitePragmas: SQLITE_PRAGMAS,
    searchAttributes: SEARCH_ATTRIBUTE_DEFINITIONS,
  });
}
