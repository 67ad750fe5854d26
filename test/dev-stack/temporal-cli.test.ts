import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTemporalCli } from '../../src/dev-stack/temporal-cli';
import { temporalCliCache } from '../../src/dev-stack/temporal-cli-cache';
import { createWorld, fakeGo, type World } from './temporal-cli-world';

const CACHED = '.cache/lightsail-fleet/temporal-cli-1.8.2/temporal';

const cacheFiles = (world: World) =>
  readdirSync(join(world.folder, '.cache/lightsail-fleet/temporal-cli-1.8.2'));

test('TEMPORAL_CLI_PATH comes first', async () => {
  const world = await createWorld();
  const given = await world.install('mine', '1.9.0');
  await world.install('bin/temporal', '1.6.0');
  world.env['TEMPORAL_CLI_PATH'] = given;
  expect(await ensureTemporalCli(world)).toEqual({
    path: given,
    version: '1.9.0',
    source: 'TEMPORAL_CLI_PATH',
  });
  expect(world.said).toEqual([`Temporal CLI 1.9.0 from TEMPORAL_CLI_PATH: ${given}`]);
});

test('a TEMPORAL_CLI_PATH that does not work is an error, and nothing else is taken in silence', async () => {
  const world = await createWorld();
  await world.install('bin/temporal', '1.8.2');
  world.env['TEMPORAL_CLI_PATH'] = '/nowhere/temporal';
  await expect(ensureTemporalCli(world)).rejects.toThrow(
    'TEMPORAL_CLI_PATH=/nowhere/temporal cannot be used: not there. Mend or unset it',
  );
});

test('then comes the PATH, unless what is there is too old; then the cache', async () => {
  const world = await createWorld();
  const cached = await world.install(CACHED, '1.8.2');
  const onPath = await world.install('bin/temporal', '1.10.0');
  expect(await ensureTemporalCli(world)).toEqual({ path: onPath, version: '1.10.0', source: 'the PATH' });
  await world.install('bin/temporal', '1.4.9');
  expect(await ensureTemporalCli(world)).toEqual({ path: cached, version: '1.8.2', source: 'the cache' });
});

test('then the official download, which is tried before it is put in place', async () => {
  const source = await createWorld();
  await source.install('temporal', '1.8.2');
  execFileSync('tar', ['-czf', 'archive.tar.gz', 'temporal'], { cwd: source.folder });
  const urls: string[] = [];
  const world = await createWorld({
    fetch: (url) => {
      urls.push(url as string);
      return Promise.resolve(new Response(readFileSync(join(source.folder, 'archive.tar.gz'))));
    },
  });
  expect(await ensureTemporalCli(world)).toMatchObject({ version: '1.8.2', source: 'the official download' });
  expect(urls).toEqual(['https://temporal.download/cli/archive/v1.8.2?platform=linux&arch=amd64']);
  expect(cacheFiles(world)).toEqual(['temporal']);
});

test('a download that is not what it should be leaves nothing in the cache', async () => {
  const world = await createWorld({ fetch: () => Promise.resolve(new Response('<html>blocked</html>')) });
  await expect(ensureTemporalCli(world)).rejects.toThrow(/could not unpack it/);
  expect(cacheFiles(world)).toEqual([]);
});

test('then a build with go, with caches of its own that are removed, and the other settings left alone', async () => {
  const world = await createWorld();
  await world.script('go', fakeGo('/nowhere/modules'));
  expect(await ensureTemporalCli(world)).toMatchObject({ version: '1.8.2', source: 'a build with go' });
  const { goCaches } = temporalCliCache(world);
  expect(readFileSync(join(world.folder, 'go.env'), 'utf8')).toBe(
    `GOMODCACHE=${goCaches}/modules GOCACHE=${goCaches}/build GOFLAGS=-flag=theirs -modcacherw GOWORK=off\n`,
  );
  expect(cacheFiles(world)).toEqual(['temporal']);
});

test('a module cache that holds the CLI already is used, and kept', async () => {
  const world = await createWorld();
  const modules = join(world.folder, 'modules');
  mkdirSync(join(modules, 'github.com/temporalio/cli@v1.8.2'), { recursive: true });
  await world.script('go', fakeGo(modules));
  expect(await ensureTemporalCli(world)).toMatchObject({ source: 'a build with go' });
  expect(readFileSync(join(world.folder, 'go.env'), 'utf8')).toBe(
    'GOMODCACHE= GOCACHE= GOFLAGS= GOWORK=off\n',
  );
  expect(readdirSync(modules)).toEqual(['github.com']);
});

test('if none works, one error names all that was tried and the ways out', async () => {
  const world = await createWorld();
  await world.script('go', '[ "$1" = env ] && exit 0; echo "proxy: 403 Forbidden" >&2; exit 1');
  const message = await ensureTemporalCli(world).then(
    () => '',
    (error: Error) => error.message,
  );
  for (const part of [
    'TEMPORAL_CLI_PATH: not set',
    'temporal on the PATH: not there',
    `${CACHED}: not there`,
    'fetch failed (getaddrinfo ENOTFOUND)',
    'go build failed:\n    proxy: 403 Forbidden',
    'set TEMPORAL_CLI_PATH',
    'https://temporal.download',
    'install Go',
  ]) {
    expect(message).toContain(part);
  }
  expect(cacheFiles(world)).toEqual([]);
});

test('the cache is the user’s own, wherever the platform keeps it', () => {
  const folder = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
    temporalCliCache({ platform, env }).binary;
  expect(folder('linux', { HOME: '/h' })).toBe('/h/.cache/lightsail-fleet/temporal-cli-1.8.2/temporal');
  expect(folder('darwin', { HOME: '/h' })).toBe(
    '/h/Library/Caches/lightsail-fleet/temporal-cli-1.8.2/temporal',
  );
  expect(folder('win32', { LOCALAPPDATA: '/l' })).toBe('/l/lightsail-fleet/temporal-cli-1.8.2/temporal.exe');
  expect(folder('linux', { XDG_CACHE_HOME: '/x' })).toBe('/x/lightsail-fleet/temporal-cli-1.8.2/temporal');
});
