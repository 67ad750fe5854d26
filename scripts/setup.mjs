import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildIsCurrent } from './build.mjs';
import { dependenciesAreThere, installDependencies } from './dependencies.mjs';
import { step } from './progress.mjs';
import { withSetupLock } from './setup-lock.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** As in package.json's `engines`: the first Node 20 that can `require` an ES module. */
const OLDEST_NODE = [20, 19];

export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(
    `expected Node ${OLDEST_NODE.join('.')} or later, got ${version}: install one (nvm install) and run this again`,
  );
}

/**
 * Makes what is missing, and only that: the dependencies, the build, those of benchmarks and campaigns, the
 * Temporal CLI. Answers with the environment for what runs next. Without anything to do it costs some tens of milliseconds.
 */
export async function setup(needs) {
  const needed = { dependencies: true, build: false, bench: false, faults: false, temporal: false, ...needs };
  if (needed.temporal || needed.bench || needed.faults) needed.build = true;
  if (!isSetUp(needed)) {
    const folder = join(ROOT, '.fleet-dev', 'setup-lock');
    mkdirSync(dirname(folder), { recursive: true });
    await withSetupLock({ folder, onWait: sayOnce() }, () => makeWhatIsMissing(needed));
  }
  return needed.temporal ? { TEMPORAL_CLI_PATH: await ensureTemporal() } : {};
}

function isSetUp({ build: product, bench, faults }) {
  return (
    dependenciesAreThere(ROOT) &&
    (!product || buildIsCurrent(ROOT)) &&
    (!bench || buildIsCurrent(ROOT, 'bench')) &&
    (!faults || buildIsCurrent(ROOT, 'faults'))
  );
}

/** Looks again at each: whoever held the lock before us may have made it. */
async function makeWhatIsMissing({ build: product, bench, faults }) {
  if (!dependenciesAreThere(ROOT)) {
    await step({ name: 'dependencies', typical: 'npm ci, about 30 s' }, (show) =>
      installDependencies(ROOT, show),
    );
  }
  if (product && !buildIsCurrent(ROOT)) {
    await step({ name: 'build', typical: 'about 15 s' }, (show) => build(ROOT, 'product', show));
  }
  if (bench && !buildIsCurrent(ROOT, 'bench')) {
    await step({ name: 'benchmarks', typical: 'about 10 s' }, (show) => build(ROOT, 'bench', show));
  }
  if (faults && !buildIsCurrent(ROOT, 'faults')) {
    await step({ name: 'campaigns', typical: 'about 10 s' }, (show) => build(ROOT, 'faults', show));
  }
}

/** The product's own code finds or makes it, so that an installed package can do so too. */
async function ensureTemporal() {
  const require = createRequire(import.meta.url);
  const { ensureTemporalCli, findTemporalCli, localTemporalCliDependencies } = require(
    join(ROOT, 'dist/dev-stack/temporal-cli.js'),
  );
  const found = await findTemporalCli(localTemporalCliDependencies());
  if (found.path !== undefined) return found.path;
  // Under the lock: two that build at the same time would each take twice as long.
  const folder = join(ROOT, '.fleet-dev', 'setup-lock');
  return withSetupLock({ folder, onWait: sayOnce() }, () =>
    step({ name: 'Temporal CLI', typical: 'once; seconds by download, 5 minutes with go' }, async (show) => {
      const cli = await ensureTemporalCli(localTemporalCliDependencies({ onProgress: show }));
      show(`${cli.source}, ${cli.path}`);
      return cli.path;
    }),
  );
}

function sayOnce() {
  let said = false;
  return (holder) => {
    if (!said)
      process.stderr.write(`setup: another one works in this checkout (${holder}); waiting for it\n`);
    said = true;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    checkNodeVersion();
    await setup({
      build: true,
      temporal: true,
      bench: existsSync(join(ROOT, 'bench/main.ts')),
      faults: existsSync(join(ROOT, 'test/faults/main.ts')),
    });
  } catch (error) {
    process.stderr.write(`setup: ${error.message}\n`);
    process.exitCode = error.exitCode ?? 1;
  }
}
