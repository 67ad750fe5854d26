import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';

/** Made by the build. A worker that has it polls 0.5 s after its start; from source it takes 2 s. */
const PREBUILT = join(__dirname, 'workflow-bundle.cjs');

const SOURCE = {
  workflowsPath: join(__dirname, 'workflows'),
  payloadConverterPath: join(__dirname, 'workflows', 'payload-converter'),
};

/** Bundles the workflows into one file. It fits only the SDK version that made it, which is pinned. */
export async function writeWorkflowBundle({ outFile }: { outFile: string }): Promise<void> {
  const { code } = await bundleWorkflowCode(SOURCE);
  await writeFile(outFile, code);
}

/** The prebuilt bundle where the build has made one, otherwise one made now. */
export async function loadWorkflowBundle(): Promise<WorkflowBundleOption> {
  if (existsSync(PREBUILT)) return { codePath: PREBUILT };
  return bundleWorkflowCode(SOURCE);
}
