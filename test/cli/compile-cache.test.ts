import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCacheFolder } from '../../src/cli/compile-cache';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'lightsail-fleet-cache-'));
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});
const ask = () => compileCacheFolder({ env: { XDG_CACHE_HOME: cache } });
const name = 'lightsail-fleet-compiled';

test('compiled code is kept where nobody else can put any', () => {
  const folder = ask();
  expect(folder).toBe(join(cache, name));
  expect(statSync(folder ?? '').mode & 0o777).toBe(0o700);
  expect(ask()).toBe(folder);
});

test('a folder that others can write to is not used', () => {
  mkdirSync(join(cache, name));
  chmodSync(join(cache, name), 0o777);
  expect(ask()).toBeUndefined();
});

test('a link is not used, whoever owns what it leads to', () => {
  mkdirSync(join(cache, 'elsewhere'), { mode: 0o700 });
  symlinkSync(join(cache, 'elsewhere'), join(cache, name));
  expect(ask()).toBeUndefined();
});

test('without a folder to make it in, code is compiled anew', () => {
  expect(compileCacheFolder({ env: { XDG_CACHE_HOME: '/dev/null' } })).toBeUndefined();
});
