import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '..', '..');

interface Case {
  file: string;
  code: string;
  says?: RegExp;
}

const CASES: Case[] = [
  { file: 'contract/x.ts', code: `import { a } from './names';` },
  {
    file: 'contract/x.ts',
    code: `import { a } from '../client/y';`,
    says: /contract must not import client/,
  },
  {
    file: 'contract/x.ts',
    code: `import type { A } from '../lightsail/y';`,
    says: /it depends on none of them/,
  },
  { file: 'lightsail/x.ts', code: `import { a } from '../contract/y';`, says: /it calls nobody/ },
  { file: 'simulator/a/x.ts', code: `import { a } from '../state/y';` },
  {
    file: 'simulator/a/x.ts',
    code: `import { a } from '../../lightsail/y';`,
    says: /simulator must not import lightsail/,
  },
  {
    file: 'activities/plan/x.ts',
    code: `import { a } from '../../lightsail/y'; import { b } from '../../contract/z';`,
  },
  {
    file: 'activities/x.ts',
    code: `import { a } from '../workflows/y';`,
    says: /activities must not import workflows/,
  },
  {
    file: 'workflows/x.ts',
    code: `import { a } from '../contract/names'; import { b } from '@temporalio/workflow';`,
  },
  {
    file: 'workflows/x.ts',
    code: `import type { A } from '../contract/fleet-plan'; import type { B } from '../activities';`,
  },
  { file: 'workflows/x.ts', code: `import { type A } from '../contract/fleet-plan';` },
  {
    file: 'workflows/x.ts',
    code: `import { a } from '../contract/fleet-plan';`,
    says: /fleet-plan other than by "import type"/,
  },
  {
    file: 'workflows/x.ts',
    code: `import { a } from '../activities';`,
    says: /activities other than by "import type"/,
  },
  {
    file: 'workflows/x.ts',
    code: `import { readFile } from 'node:fs';`,
    says: /must not import node:fs: .*sandbox/,
  },
  { file: 'workflows/x.ts', code: `import { z } from 'zod';`, says: /must not import zod/ },
  { file: 'workflows/payload-converter.ts', code: `import { a } from '@temporalio/common';` },
  { file: 'client/x.ts', code: `import { a } from '../contract/y'; import type * as w from '../workflows';` },
  {
    file: 'client/x.ts',
    code: `import * as w from '../workflows';`,
    says: /workflows other than by "import type"/,
  },
  { file: 'client/x.ts', code: `import { a } from '../cli/main';`, says: /client must not import cli/ },
  { file: 'client/x.ts', code: `export { a } from '../worker';`, says: /client must not import worker/ },
  { file: 'cli/render/x.ts', code: `import { a } from '../../client'; import { b } from '../exit-codes';` },
  { file: 'cli/render/x.ts', code: `import { a } from '../../simulator/y';`, says: /only cli\/commands/ },
  { file: 'cli/x.ts', code: `void import('../dev-stack/y');`, says: /cli must not import dev-stack/ },
  {
    file: 'cli/commands/x.ts',
    code: `import { a } from '../../simulator/y'; import { b } from '../../worker';`,
  },
  {
    file: 'dev-stack/x.ts',
    code: `import { a } from '../simulator/y';`,
    says: /dev-stack must not import simulator/,
  },
  {
    file: 'new-folder/x.ts',
    code: `import { a } from '../contract/y';`,
    says: /add new-folder to DIRECTIONS/,
  },
  {
    file: 'client/x.ts',
    code: `import { a } from '../../test/y';`,
    says: /src\/ uses nothing outside itself/,
  },
];

/** In a process of its own: the rule is an ES module, which jest does not load. Not typed, so that no file has to exist. */
const LINT = `
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from './eslint.config.mjs';
const src = join(process.cwd(), 'src');
const rule = config.find(({ rules }) => rules?.['house/import-directions']);
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ ...rule, languageOptions: { parser: tseslint.parser }, rules: { 'house/import-directions': rule.rules['house/import-directions'] } }],
});
const messages = [];
for (const { file, code } of JSON.parse(process.argv[1])) {
  const [{ messages: found }] = await eslint.lintText(code, { filePath: join(src, file) });
  messages.push(found.map(({ message }) => message));
}
console.log(JSON.stringify(messages));
`;

let messages: string[][];

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', LINT, JSON.stringify(CASES)],
    { cwd: ROOT },
  );
  messages = JSON.parse(stdout) as string[][];
});

test.each(CASES.map((one, index) => ({ ...one, index })))('src/$file with $code', ({ index, says }) => {
  const found = messages[index];
  if (says === undefined) expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringMatching(says)]);
});
