import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { runInstead } from './run-process.mjs';
import { checkNodeVersion, ROOT, setup } from './setup.mjs';

/** What each script needs to be there, and the file that then runs in its place, or the function. */
const SCRIPTS = {
  demo: { needs: { temporal: true }, file: 'dist/cli/main.js', args: ['demo'] },
  fleet: { needs: { build: true }, file: 'dist/cli/main.js' },
  test: { needs: { temporal: true }, file: 'node_modules/jest/bin/jest.js' },
  'test:examples': {
    needs: { temporal: true },
    file: 'node_modules/jest/bin/jest.js',
    args: ['test/examples'],
  },
  'test:browser': {
    needs: { temporal: true },
    file: 'node_modules/jest/bin/jest.js',
    args: ['test/browser'],
  },
  bench: { needs: { bench: true, temporal: true }, file: 'dist-bench/bench/main.js' },
  'test:faults': { needs: { faults: true, temporal: true }, file: 'dist-faults/test/faults/main.js' },
  'test:mutants': { needs: { faults: true, temporal: true }, file: 'dist-faults/test/mutants/main.js' },
  docs: {
    needs: {},
    file: 'node_modules/jest/bin/jest.js',
    args: ['test/docs'],
    env: { WRITE_DOCS: '1' },
  },
  'docs:api': { needs: {}, file: 'node_modules/typedoc/bin/typedoc' },
  check: { needs: {}, run: (args) => runChecks({ root: ROOT, only: args }) },
};

/** Verbs of the command that start a Temporal server. */
const VERBS_WITH_SERVER = new Set(['demo', 'dev']);

async function main([name = '', ...args]) {
  // Before the setup, which may take minutes: npm may be ended meanwhile. Started by hand, a script may go on alone.
  const parent = process.env.npm_lifecycle_event === undefined ? undefined : process.ppid;
  checkNodeVersion();
  const script = Object.hasOwn(SCRIPTS, name) ? SCRIPTS[name] : undefined;
  if (script === undefined) {
    throw new Error(`expected one of ${Object.keys(SCRIPTS).join(', ')}, got ${JSON.stringify(name)}`);
  }
  const withoutServer = name === 'bench' && args.includes('simulator');
  const temporal =
    (script.needs.temporal && !withoutServer) || (name === 'fleet' && VERBS_WITH_SERVER.has(args[0]));
  const made = await setup({ ...script.needs, temporal });
  if (script.run !== undefined) return script.run(args);
  const file = join(ROOT, script.file);
  if (!existsSync(file)) throw new Error(`${script.file} is missing after the build: is its source there?`);
  return runInstead({
    command: process.execPath,
    args: [file, ...(script.args ?? []), ...args],
    env: { ...process.env, ...made, ...script.env },
    parent,
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode ?? 1;
}
