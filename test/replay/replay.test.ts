import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { version as current } from '../../package.json';
import { FAILURE_TYPES } from '../../src/contract/failures';
import { WORKFLOW_TYPES } from '../../src/contract/names';
import { RECORDED_CLONES } from './clones';
import { RECORDED_PLANS, RECORDED_REMOVALS } from './removals';
import { RECORDED_ROTATIONS } from './rotations';

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

describe('the histories of this version', () => {
  const files = versions.includes(current) ? readdirSync(join(HISTORIES, current)) : [];

  it('are those of every outcome that record.ts knows, and no others', () => {
    const recorded = [
      ...[...RECORDED_CLONES, ...RECORDED_REMOVALS],
      ...[...RECORDED_PLANS, ...RECORDED_ROTATIONS],
    ];
    expect(files).toEqual(recorded.map(({ name }) => `${name}.json`).sort());
  });

  it('are of every workflow, and end in every way that is public', () => {
    const histories = files.map((file) => JSON.parse(readHistory(current, file)) as RecordedHistory);
    const types = histories.map(
      ({ events }) => events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name,
    );
    expect(new Set(types)).toEqual(new Set(Object.values(WORKFLOW_TYPES)));
    const clones = histories.filter((_one, index) => types[index] === WORKFLOW_TYPES.cloneFleet);
    expect(new Set(clones.map(endingOf))).toEqual(
      new Set([
        ...FAILURE_TYPES,
        'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
        'EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED',
      ]),
    );
  });
});

/** The members of a history's JSON that tell whose it is and how it ended. */
interface RecordedHistory {
  events: {
    eventType: string;
    workflowExecutionStartedEventAttributes?: { workflowType: { name: string } };
    workflowExecutionFailedEventAttributes?: { failure: { applicationFailureInfo: { type: string } } };
  }[];
}

function endingOf({ events }: RecordedHistory): string | undefined {
  const last = events.at(-1);
  return last?.workflowExecutionFailedEventAttributes?.failure.applicationFailureInfo.type ?? last?.eventType;
}

it('says what to do about a history that this code would not have made', async () => {
  const [version = ''] = versions;
  // The create under another activity id: as if an older version had named it so.
  const text = readHistory(version, 'ready.json').replaceAll('"create/', '"make/');
  await expect(replay({ version, file: 'ready.json', text })).rejects.toThrow(
    /ready\.json: a run that .* began would break in this code\. Keep the old way for it with patched\(\)/,
  );
});
