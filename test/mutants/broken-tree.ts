import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { runCommand } from '../../src/dev-stack/run-command';
import { editSources } from './edit-sources';
import type { Edit } from './mutant';

/** What campaigns and tests run from. The rest of the checkout is documents. */
const PARTS = [
  ...['src', 'test', 'dist', 'dist-faults', 'deploy', 'docs', 'bench', 'scripts', 'examples', 'README.md'],
  ...['package.json', 'package-lock.json', 'jest.config.cjs', 'tsconfig.json', 'tsconfig.build.json'],
];

/** What the workflow bundle is made of. */
const BUNDLED = /^src\/(workflows|contract)\//;

/** It takes about two seconds of a quiet machine. */
const BUNDLE_LIMIT_SECONDS = 120;

export interface BrokenTree {
  root: string;
  remove(): void;
}

/**
 * A copy of a tree with the edits made and built. It shares nothing with the checkout but `node_modules`, which
 * nothing here writes to.
 */
export async function breakTree(input: {
  from: string;
  into: string;
  edits: readonly Edit[];
}): Promise<BrokenTree> {
  const { from, into, edits } = input;
  const root = mkdtempSync(join(into, 'tree-'));
  const remove = () => {
    rmSync(root, { recursive: true, force: true });
  };
  try {
    for (const part of PARTS) cpSync(join(from, part), join(root, part), { recursive: true });
    symlinkSync(realpathSync(join(from, 'node_modules')), join(root, 'node_modules'));
    const changed = editSources({ root, edits });
    for (const file of changed) compile({ root, file });
    if (changed.some((file) => BUNDLED.test(file))) await bundleWorkflows(root);
    return { root, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** As the build would, whose modules are isolated ones; a break need not satisfy the compiler to be one. */
function compile({ root, file }: { root: string; file: string }): void {
  const configFile = join(root, 'tsconfig.build.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  const { outputText, diagnostics = [] } = ts.transpileModule(readFileSync(join(root, file), 'utf8'), {
    fileName: join(root, file),
    compilerOptions: { ...config?.options, sourceMap: false, declaration: false, incremental: false },
    reportDiagnostics: true,
  });
  const [problem] = diagnostics;
  if (problem !== undefined) fail(problem);
  writeFileSync(join(root, file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js')), outputText);
}

function fail({ file, messageText }: ts.Diagnostic): never {
  throw new Error(`${file?.fileName ?? 'the build'}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** With the tree's own bundler, in a process of its own, as it is talkative. */
async function bundleWorkflows(root: string): Promise<void> {
  const bundler = join(root, 'dist', 'workflow-bundle.js');
  const code = `require(${JSON.stringify(bundler)}).writeWorkflowBundle({ outFile: process.argv[1] })
    .catch((error) => { console.error(error); process.exitCode = 1; });`;
  const args = ['-e', code, join(root, 'dist', 'workflow-bundle.cjs')];
  const command = { command: process.execPath, args, env: process.env, limitSeconds: BUNDLE_LIMIT_SECONDS };
  const { code: exitCode, lastLines } = await runCommand(command);
  if (exitCode !== 0)
    throw new Error(`the workflows cannot be bundled: ${lastLines.slice(0, 5).join(' | ')}`);
}
