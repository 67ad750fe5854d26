import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runModule } from './run-module';

const LOCK = {
  '': {},
  'node_modules/a': { version: '1.0.0', optionalDependencies: { '@native/a-darwin': '1.0.0' } },
  'node_modules/@native/a-linux': { version: '1.0.0', optional: true },
};

async function ask(call: string, installed?: object): Promise<unknown> {
  const root = mkdtempSync(join(tmpdir(), 'dependencies-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
  if (installed !== undefined) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  const code = `import * as dependencies from './scripts/dependencies.mjs';
    const root = process.argv[1];
    console.log(JSON.stringify(dependencies.${call}));`;
  return JSON.parse(await runModule(code, [root]).output);
}

test.each([
  ['nothing is installed', undefined, false],
  ['all is as locked', { ...LOCK }, true],
  ['an optional package of another platform is absent', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['a package is absent', { 'node_modules/@native/a-linux': { version: '1.0.0' } }, false],
  ['a package is of another version', { 'node_modules/a': { version: '1.0.1' } }, false],
])('dependencies when %s', async (_case, installed, there) => {
  expect(await ask('dependenciesAreThere(root)', installed)).toBe(there);
});

test.each([
  ['Missing: @native/a-darwin@ from lock file', true],
  ['Missing: @native/a-darwin@1.0.0 from lock file', true],
  ['Missing: b@1.0.0 from lock file', false],
  ['Missing: @native/a-darwin@ from lock file\\nMissing: b@1.0.0 from lock file', false],
  [
    "Missing: @native/a-darwin@ from lock file\\nInvalid: lock file's a@1.0.0 does not satisfy a@2.0.0",
    false,
  ],
  ['network is down', false],
])('a refusal of npm ci that says "%s"', async (message, onlyOptional) => {
  expect(
    await ask(`lacksOnlyOptionalPackages(root, ${JSON.stringify(message).replaceAll('\\\\n', '\\n')})`),
  ).toBe(onlyOptional);
});
