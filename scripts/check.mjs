import { join } from 'node:path';
import { runQuietly } from './run-process.mjs';

/** The static checks, cheapest cause first: what does not compile makes the others' findings noise. */
const CHECKS = [
  { name: 'types', file: 'typescript/bin/tsc', args: ['--noEmit', '--pretty', 'false'] },
  { name: 'lint', file: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'format', file: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  // Its warnings are errors: a type that a public one refers to and nobody exports, a link to nowhere.
  { name: 'api docs', file: 'typedoc/bin/typedoc', args: ['--emit', 'none'] },
  { name: 'unused code', file: 'knip/bin/knip.js', args: ['--no-progress'] },
];

/** Runs all of them, past those that fail, and closes with `N passed, N failed`. Answers with the exit code. */
export async function runChecks({ root, only = [] }) {
  const unknown = only.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) {
    const names = CHECKS.map(({ name }) => `"${name}"`).join(', ');
    process.stderr.write(
      `check: expected names among ${names}, got ${unknown.map((name) => `"${name}"`).join(', ')}\n`,
    );
    return 2;
  }
  const chosen = CHECKS.filter(({ name }) => only.length === 0 || only.includes(name));
  let failed = 0;
  for (const check of chosen) {
    if (!(await passes(root, check))) failed += 1;
  }
  process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function passes(root, { name, file, args }) {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  process.stderr.write(`check: ${name} …\n`);
  try {
    await runQuietly({
      command: process.execPath,
      args: [join(root, 'node_modules', file), ...args],
      cwd: root,
    });
    process.stdout.write(`ok      ${name}, ${seconds()}\n`);
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\nFAILED  ${name}, ${seconds()}\n`);
    return false;
  }
}
