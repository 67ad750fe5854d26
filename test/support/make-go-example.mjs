import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, cachedFolder, printPath, say } from './cached-tool.mjs';

/** Builds examples/go where its binary is missing, and prints the path. */

/** A cold build: 1 min 30 s of two cores. A machine that does much else takes several times that. */
const BUILD_LIMIT_MILLIS = 15 * 60_000;
const GO_ENV_LIMIT_MILLIS = 20_000;

/** A Go that is too old, and a module proxy that does not answer. */
const obstacles =
  /requires go >=|unknown directive|dial tcp|no such host|i\/o timeout|connection refused|TLS handshake|No space left|no space left/;

const [example] = process.argv.slice(2);

/** As docs/decisions/0005 has it: the person's caches where they hold the SDK, else ours, which do not stay. */
async function cachesFor({ cache, env }) {
  const { stdout } = await attempt({
    ...{ what: 'go env', command: 'go', args: ['env', 'GOMODCACHE'], env },
    ...{ limitMillis: GO_ENV_LIMIT_MILLIS, obstacles },
  });
  if (existsSync(join(stdout.trim(), 'go.temporal.io'))) return { env: {} };
  const own = join(cache, `go-caches-${process.pid}`);
  return {
    own,
    env: {
      GOMODCACHE: join(own, 'modules'),
      GOCACHE: join(own, 'build'),
      // Go writes its module cache read-only, so that nothing but Go could remove it.
      GOFLAGS: `${process.env.GOFLAGS ?? ''} -modcacherw`.trim(),
    },
  };
}

async function make({ cache, folder }) {
  const common = { ...process.env, GOWORK: 'off', GOTOOLCHAIN: 'local' };
  const { own, env } = await cachesFor({ cache, env: common });
  say('building examples/go with the Go SDK, once (a minute or two) …');
  try {
    await attempt({
      ...{ what: 'go build', command: 'go', limitMillis: BUILD_LIMIT_MILLIS, obstacles },
      args: ['build', '-mod=readonly', '-buildvcs=false', '-o', join(folder, 'clone-fleet'), '.'],
      ...{ cwd: example, env: { ...common, ...env } },
    });
    say('examples/go is built');
  } finally {
    if (own !== undefined) await rm(own, { recursive: true, force: true });
  }
}

await printPath(async () => {
  const files = (await readdir(example)).filter((name) => /\.(go|mod|sum)$/.test(name)).sort();
  const folder = await cachedFolder({
    name: 'go-example',
    files: files.map((name) => join(example, name)),
    make,
  });
  return join(folder, 'clone-fleet');
});
