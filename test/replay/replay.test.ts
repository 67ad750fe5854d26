import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const HISTORIES = join(__dirname, 'histories');

/** Every outcome that a released version could leave in a namespace, by version. */
const versions = readdirSync(HISTORIES);

let workflowBundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  const dist = join(__dirname, '..', '..', 'dist', 'workflows');
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: dist,
    payloadConverterPath: join(dist, 'payload-converter'),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  });
}, 60_000);

describe.each(versions)('histories of %s', (version) => {
  const files = readdirSync(join(HISTORIES, version));

  // A failure here is a run in flight that this change would break: guard the change with `patched`.
  it.each(files)('%s replays', async (file) => {
    const history: unknown = JSON.parse(readFileSync(join(HISTORIES, version, file), 'utf8'));
    await Worker.runReplayHistory({ workflowBundle }, history, file);
  });
});
