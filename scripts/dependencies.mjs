import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-process.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for, by the list that npm itself leaves there at the end of an
 * install. So an `npm install` or `npm ci` by hand counts as well, and one that was cut off does not.
 */
export function dependenciesAreThere(root) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined) throw new Error('package-lock.json is missing: check it out again');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional packages are those of other platforms, mostly.
    return found === undefined ? Boolean(optional || devOptional || peer) : found.version === version;
  });
}

/**
 * `npm ci`. Where the lock file lacks optional packages of other platforms (npm leaves out what the registry it was made
 * with does not serve), `npm ci` refuses it; `npm install --no-save` takes the very same versions and does not mind.
 */
export async function installDependencies(root, onProgress = () => undefined) {
  try {
    await runNpm(root, ['ci']);
  } catch (error) {
    if (!lacksOnlyOptionalPackages(root, error.message)) throw withoutUsage(error);
    onProgress('npm install --no-save, as the lock file lacks other platforms');
    await runNpm(root, ['install', '--no-save']);
  }
}

/** From npm's own list (`Missing: NAME@VERSION from lock file`): any other disagreement stays an error. */
export function lacksOnlyOptionalPackages(root, message) {
  const missing = [...message.matchAll(/Missing: (@?[^@\s]+)@\S* from lock file/g)].map(([, name]) => name);
  if (missing.length === 0 || message.includes('Invalid: ')) return false;
  const packages = Object.values(readPackages(join(root, 'package-lock.json')) ?? {});
  const optional = new Set(packages.flatMap((entry) => Object.keys(entry.optionalDependencies ?? {})));
  return missing.every((name) => optional.has(name));
}

function runNpm(root, args) {
  // NODE_ENV=production would leave the build's tools out.
  // `npm --silent run` hands its silence down, and with it the reason of a refusal.
  const all = [...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // The npm that runs us, so that it is the person's own.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js'))
    return runQuietly({ command: process.execPath, args: [npm, ...all], cwd: root });
  return runQuietly({ command: 'npm', args: all, cwd: root, shell: process.platform === 'win32' });
}

/** npm ends a refusal with a page on its options, which hides the reason. */
function withoutUsage(error) {
  error.message = error.message.split('\nnpm error Clean install a project')[0];
  return error;
}

function readPackages(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
