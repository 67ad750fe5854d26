import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withSetupLock } from '../../../scripts/setup-lock.mjs';

/**
 * Makes the Python of the conformance tests where it is missing, and prints its path. What stands in the way goes
 * to stdout as one line too, with exit code 1: the tests then say why they are skipped.
 */

/** 70 MB from PyPI; where that is too slow, the tests are skipped as they are without PyPI. */
const INSTALL_LIMIT_MILLIS = 240_000;
const VENV_LIMIT_MILLIS = 60_000;

/** Without PyPI pip would else ask for minutes. */
const PIP_PATIENCE = ['--retries', '1', '--timeout', '15'];

/** Debian's venv without ensurepip, a Python without venv or pip, and a PyPI that does not answer. */
const OBSTACLES =
  /ensurepip is not|No module named|from versions: none|Connection|connection|timed out|Max retries|No space left/;

const REQUIREMENTS = join(dirname(fileURLToPath(import.meta.url)), '..', 'requirements.txt');

/** The scripts that pip writes name the folder they were made in; this one finds its Python beside itself. */
const AWS_SCRIPT = '#!/bin/sh\nexec "$(dirname "$0")/python" -m awscli "$@"\n';

const run = promisify(execFile);

class Obstacle extends Error {}

async function main() {
  const hash = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex')
    .slice(0, 12);
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lightsail-fleet');
  const folder = join(cache, `python-${hash}`);
  const python = join(folder, 'bin', 'python');
  if (!existsSync(python)) {
    await mkdir(cache, { recursive: true });
    await withSetupLock({ folder: `${folder}.lock`, onWait: () => undefined }, async () => {
      if (!existsSync(python)) await make({ cache, folder });
    });
  }
  return python;
}

/** In a folder of its own, which gets its name when all is in it: a setup that is cut off leaves none behind. */
async function make({ cache, folder }) {
  const temporary = await mkdtemp(join(cache, 'python-new-'));
  try {
    say('conformance: making a Python environment …');
    await attempt('python3 -m venv', 'python3', ['-m', 'venv', temporary], VENV_LIMIT_MILLIS);
    say('conformance: installing boto3 and the AWS CLI from PyPI (70 MB) …');
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
    const python = join(temporary, 'bin', 'python');
    await attempt(
      'pip install from PyPI',
      python,
      [...install, ...PIP_PATIENCE, '-r', REQUIREMENTS],
      INSTALL_LIMIT_MILLIS,
    );
    const script = join(temporary, 'bin', 'aws');
    await rm(script, { force: true });
    await writeFile(script, AWS_SCRIPT);
    await chmod(script, 0o755);
    await rename(temporary, folder);
    say('conformance: the Python environment is ready');
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function attempt(what, command, args, timeout) {
  try {
    await run(command, args, { timeout });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Obstacle(`there is no ${command}`);
    if (error.killed) throw new Obstacle(`${what} took more than ${timeout / 1000} s`);
    const lines = `${error.stdout}\n${error.stderr}`.split('\n').map((line) => line.trim());
    const telling = lines.find((line) => OBSTACLES.test(line));
    // Anything else, such as a release that does not exist, is a mistake of ours and no reason to skip.
    if (telling === undefined) throw error;
    throw new Obstacle(`${what} failed: ${telling.slice(0, 200)}`);
  }
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
