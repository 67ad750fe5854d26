import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const HISTORIES = join(__dirname, 'histories');

/** Every outcome that a version could leave in a namespace, by version. */
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

function readHistory(version: string, file: string): string {
  return readFileSync(join(HISTORIES, version, file), 'utf8');
}

async function replay({ version, file, text }: { version: string; file: string; text: string }) {
  try {
    await Worker.runReplayHistory({ workflowBundle }, JSON.parse(text), file);
  } catch (cause) {
    const advice = `a run that ${version} began would break in this code. Keep the old way for it with patched()`;
    throw new Error(`${file}: ${advice} (docs.temporal.io/patching)`, { cause });
  }
}

describe.each(versions)('histories of %s', (version) => {
  it.each(readdirSync(join(HISTORIES, version)))('%s replays', async (file) => {
    await replay({ version, file, text: readHistory(version, file) });
  });
});

it('says what to do about a history that this code would not have made', async () => {
  const [version = ''] = versions;
  // The create under another activity id: as if an older version had named it so.
  const text = readHistory(version, 'ready.json').replaceAll('"create/', '"make/');
  await expect(replay({ version, file: 'ready.json', text })).rejects.toThrow(
    /ready\.json: a run that .* began would break in this code\. Keep the old way for it with patched\(\)/,
  );
});
