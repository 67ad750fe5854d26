import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { edited } from './edit-sources';
import { readJestFailures } from './jest-failures';
import { MUTANTS, MUTANTS_DOCUMENT } from './mutants';

const ROOT = findPackageRoot(__dirname);
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('a mutant', () => {
  it.each(MUTANTS)('is made of texts that are there exactly once: $name', ({ edits }) => {
    const texts = new Map<string, string>();
    for (const edit of edits)
      texts.set(edit.file, edited({ text: texts.get(edit.file) ?? read(edit.file), edit }));
    for (const [file, text] of texts) expect(text).not.toBe(read(file));
  });

  it('is not made where a text has changed', () => {
    const edit = { file: 'x.ts', find: 'a', put: 'b' };
    expect(() => edited({ text: 'no such text', edit: { ...edit, find: 'any' } })).toThrow('0 times');
    expect(() => edited({ text: 'a a', edit })).toThrow('2 times');
  });

  it('is run against tests that are there', () => {
    for (const { campaigns } of MUTANTS) {
      for (const one of campaigns)
        if (one.kind === 'test') expect(existsSync(join(ROOT, one.file))).toBe(true);
      expect(campaigns.length).toBeGreaterThan(0);
    }
  });

  it('is in the table of docs/reliability-mutants.md, and nothing else is', () => {
    const rows = [...read(MUTANTS_DOCUMENT).matchAll(/^\| `([\w-]+)` +\| (.+?) +\|/gm)];
    const told = rows.map(([, name, breaks]) => `${name ?? ''}: ${breaks ?? ''}`);
    expect(told).toEqual(MUTANTS.map(({ name, breaks }) => `${name}: ${breaks}`));
  });
});

describe('what jest says', () => {
  const results = (assertion: object) =>
    JSON.stringify({
      numPassedTests: 0,
      testResults: [{ assertionResults: [{ status: 'failed', fullName: 'a fleet is whole', ...assertion }] }],
    });

  it('catches a mutant only where an expectation was not met', () => {
    const timeout = readJestFailures(
      results({ failureMessages: ['thrown: "Exceeded timeout"'], failureDetails: [{}] }),
    );
    expect(timeout.failures).toEqual([
      { sentence: 'a fleet is whole: thrown: "Exceeded timeout"', isAssertion: false },
    ]);
    const actual = [{ violations: ['all or nothing: web-01 is left'] }];
    const unmet = readJestFailures(results({ failureDetails: [{ matcherResult: { actual } }] }));
    expect(unmet.failures).toEqual([
      { sentence: 'a fleet is whole: all or nothing: web-01 is left', isAssertion: true },
    ]);
  });
});
