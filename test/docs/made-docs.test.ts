import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { readCovers } from './covers';
import { renderApiCoverage } from './render-api-coverage';
import { renderErrors } from './render-errors';

const ROOT = findPackageRoot(__dirname);

/** `npm run docs` sets it: the files are written, in place of being compared. */
const WRITE = process.env['WRITE_DOCS'] === '1';

/** As a process: Prettier is a module of a kind that Jest cannot load. */
function format({ file, text }: { file: string; text: string }): string {
  const prettier = join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
  return execFileSync(process.execPath, [prettier, '--stdin-filepath', file], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
}

/** Fails when the file does not say what the code says. */
function expectMade({ file, text }: { file: string; text: string }): void {
  const made = format({ file, text });
  const path = join(ROOT, file);
  if (WRITE) writeFileSync(path, made);
  const isStale = readFileSync(path, 'utf8') !== made;
  expect(isStale ? `${file} is stale: run npm run docs` : '').toBe('');
}

test('docs/errors.md says what the tables say', () => {
  expectMade({ file: 'docs/errors.md', text: renderErrors() });
});

describe('docs/api-coverage.md', () => {
  const coverage = renderApiCoverage(readCovers(ROOT));

  it('has a test for every member and error of CreateInstancesFromSnapshot', () => {
    expect(coverage.uncovered).toEqual([]);
  });

  it('names nothing that the API does not have', () => {
    expect(coverage.unknown).toEqual([]);
  });

  it('says what the tests say', () => {
    expectMade({ file: 'docs/api-coverage.md', text: coverage.text });
  });
});

test('a member without a test, and a test of nothing, are told', () => {
  const { uncovered, unknown } = renderApiCoverage([
    { subject: 'request.userdata', file: 'test/e2e/x.test.ts', title: 'x' },
  ]);
  expect(unknown).toEqual(['request.userdata']);
  expect(uncovered).toEqual(expect.arrayContaining(['request.userData', 'operation.status']));
});
