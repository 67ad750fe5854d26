import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { runQuietly, StepError } from './run-process.mjs';

const SOURCES = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/build.mjs'];
const BENCH_SOURCES = [...SOURCES, 'bench', 'test/support', 'tsconfig.bench.json'];
const FAULTS_SOURCES = [...SOURCES, 'test/faults', 'test/mutants', 'test/support', 'tsconfig.faults.json'];

const BUILDS = {
  /** The product, in dist/. */
  product: { project: 'tsconfig.build.json', out: 'dist', sources: SOURCES },
  /** The benchmarks, in dist-bench/bench, with a copy of src beside them in dist-bench/src. */
  bench: { project: 'tsconfig.bench.json', out: 'dist-bench', sources: BENCH_SOURCES },
  /** The campaigns against faults, in dist-faults/test/faults, with copies of what they use of src and test. */
  faults: { project: 'tsconfig.faults.json', out: 'dist-faults', sources: FAULTS_SOURCES },
};

export function buildIsCurrent(root, which = 'product') {
  const { out, sources } = BUILDS[which];
  return readStamp(join(root, out, '.build-stamp')) === fingerprint({ root, paths: sources });
}

/** Compiles; the stamp goes first and comes last, so that a build that was cut off is not taken for a whole one. */
export async function build(root, which = 'product', onProgress = () => undefined) {
  const { project, out, sources } = BUILDS[which];
  const stamp = join(root, out, '.build-stamp');
  const current = fingerprint({ root, paths: sources });
  rmSync(stamp, { force: true });
  mkdirSync(join(root, out), { recursive: true });
  onProgress('types and JavaScript');
  await compile(root, project);
  if (which === 'product') {
    removeOrphans(root);
    onProgress('workflow bundle');
    await bundleWorkflows(root);
    const command = join(root, 'dist/cli/main.js');
    if (existsSync(command)) chmodSync(command, 0o755);
  }
  writeFileSync(stamp, current);
}

async function compile(root, project) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(tsc)) throw new StepError('typescript is not installed: run npm ci first');
  await runQuietly({ command: process.execPath, args: [tsc, '-p', project, '--pretty', 'false'], cwd: root });
}

/** A source that was removed leaves its output behind, which a require would still find. */
function removeOrphans(root, folder = '') {
  for (const entry of readdirSync(join(root, 'dist', folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const file = join(root, 'dist', path);
    if (entry.isDirectory()) {
      removeOrphans(root, path);
      if (readdirSync(file).length === 0) rmdirSync(file);
      continue;
    }
    const source = /^(.*)\.(?:js|d\.ts|js\.map)$/.exec(path)?.[1];
    if (source !== undefined && !existsSync(join(root, 'src', `${source}.ts`))) rmSync(file);
  }
}

/** In production and in the demo a worker starts in 0.5 s with the bundle, in 2 s without. */
async function bundleWorkflows(root) {
  const bundler = join(root, 'dist/workflow-bundle.js');
  if (!existsSync(bundler) || !existsSync(join(root, 'dist/workflows/index.js'))) return;
  const code = `require(${JSON.stringify(bundler)}).writeWorkflowBundle({ outFile: process.argv[1] })
    .catch((error) => { console.error(error); process.exitCode = 1; });`;
  const outFile = join(root, 'dist/workflow-bundle.cjs');
  await runQuietly({ command: process.execPath, args: ['-e', code, outFile], cwd: root });
}

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain) {
  try {
    await build(dirname(dirname(fileURLToPath(import.meta.url))));
  } catch (error) {
    process.stderr.write(`build: ${error.message}\n`);
    process.exitCode = 1;
  }
}
