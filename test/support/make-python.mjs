import { readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, cachedFolder, printPath, say } from './cached-tool.mjs';

/** Makes a Python with the packages of a requirements file where it is missing, and prints its path. */

/** 70 MB from PyPI; where that is too slow, the tests are skipped as they are without PyPI. */
const INSTALL_LIMIT_MILLIS = 240_000;
const VENV_LIMIT_MILLIS = 60_000;

/** Without PyPI pip would else ask for minutes. */
const PIP_PATIENCE = ['--retries', '1', '--timeout', '15'];

/** Debian's venv without ensurepip, a Python without venv or pip, and a PyPI that does not answer. */
const obstacles =
  /ensurepip is not|No module named|from versions: none|Connection|connection|timed out|Max retries|No space left/;

/** The scripts that pip writes name the folder they were made in; this one finds its Python beside itself. */
const AWS_SCRIPT = '#!/bin/sh\nexec "$(dirname "$0")/python" -m awscli "$@"\n';

const [requirements] = process.argv.slice(2);

async function make({ folder }) {
  const python = join(folder, 'bin', 'python');
  const packages = readFileSync(requirements, 'utf8').match(/^[\w-]+/gm) ?? [];
  say(`making a Python environment with ${packages.join(', ')} from PyPI …`);
  await attempt({
    what: 'python3 -m venv',
    command: 'python3',
    args: ['-m', 'venv', folder],
    limitMillis: VENV_LIMIT_MILLIS,
    obstacles,
  });
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  await attempt({
    what: 'pip install from PyPI',
    command: python,
    args: [...install, ...PIP_PATIENCE, '-r', requirements],
    limitMillis: INSTALL_LIMIT_MILLIS,
    obstacles,
  });
  if (packages.includes('awscli')) {
    const script = join(folder, 'bin', 'aws');
    await rm(script, { force: true });
    await writeFile(script, AWS_SCRIPT);
    await chmod(script, 0o755);
  }
  say('the Python environment is ready');
}

await printPath(async () =>
  join(await cachedFolder({ name: 'python', files: [requirements], make }), 'bin', 'python'),
);
