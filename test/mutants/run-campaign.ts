import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnChild } from '../../src/dev-stack/spawn-child';
import { readJestFailures } from './jest-failures';
import type { Campaign } from './mutant';

/** `broken`: it ended without a judgement, say by a crash or a time-out of its own. That catches nothing. */
export type Finding =
  { verdict: 'held' } | { verdict: 'violated'; sentence: string } | { verdict: 'broken'; how: string };

/** A hundred worlds take two minutes of a quiet machine. */
const LIMIT_SECONDS = 1200;

/** As test/faults/main.ts prints it, the moment that a world has been audited. */
const VIOLATION = /^VIOLATION, seed \d+: (.+)$/;

/** Runs one campaign from a tree, until its end or its first violation. */
export async function runCampaign(input: { root: string; campaign: Campaign }): Promise<Finding> {
  const { root, campaign } = input;
  if (campaign.kind === 'test') return runTests({ root, ...campaign });
  const { kind } = campaign;
  const args = kind === 'written' ? ['--written', '--lanes', '6'] : ['--seeds', String(campaign.seeds)];
  return playWorlds({ root, args });
}

async function playWorlds({ root, args }: { root: string; args: string[] }): Promise<Finding> {
  let sentence: string | undefined;
  const main = join(root, 'dist-faults', 'test', 'faults', 'main.js');
  const run = start({ root, args: [main, ...args, '--no-shrink'] }, (line) => {
    sentence ??= VIOLATION.exec(line)?.[1];
    return sentence !== undefined;
  });
  const { code, lastLines } = await run;
  if (sentence !== undefined) return { verdict: 'violated', sentence };
  return code === 0 ? { verdict: 'held' } : { verdict: 'broken', how: lastLines.slice(-8).join(' | ') };
}

async function runTests(input: { root: string; file: string; title?: string }): Promise<Finding> {
  const { root, file, title } = input;
  const results = join(root, 'tmp', 'jest.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const only = title === undefined ? [] : ['-t', title];
  const args = [jest, '--json', '--outputFile', results, '--runTestsByPath', file, ...only];
  const { code, lastLines } = await start({ root, args }, () => false);
  const told = lastLines.slice(-8).join(' | ');
  if (!existsSync(results)) return { verdict: 'broken', how: told };
  const { failures, passed } = readJestFailures(readFileSync(results, 'utf8'));
  const [asserted] = failures.filter(({ isAssertion }) => isAssertion);
  if (asserted !== undefined) return { verdict: 'violated', sentence: asserted.sentence };
  if (code === 0 && passed > 0) return { verdict: 'held' };
  return { verdict: 'broken', how: failures[0]?.sentence ?? (passed === 0 ? 'no test ran' : told) };
}

interface StartInput {
  root: string;
  args: readonly string[];
}

/** With a folder for temporary files that goes with the tree. Ends early when `isEnough` says so of a line. */
async function start({ root, args }: StartInput, isEnough: (line: string) => boolean) {
  const folder = join(root, 'tmp');
  mkdirSync(folder, { recursive: true });
  const child = spawnChild({
    name: args[0] ?? '',
    command: process.execPath,
    args,
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
    onOutput: ({ line }) => {
      if (isEnough(line)) void child.kill();
    },
  });
  const limit = setTimeout(() => void child.kill(), LIMIT_SECONDS * 1000);
  const exit = await child.exited;
  clearTimeout(limit);
  return { ...exit, lastLines: child.lastLines() };
}
