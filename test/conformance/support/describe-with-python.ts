import { join } from 'node:path';
import { findPython, type Python } from '../../support/find-python';
import { CONFORMANCE } from './run-driver';

/** Ten starts of the AWS CLI take 6 s on an idle machine; a loaded one gets ten times that. */
const TEST_LIMIT_MILLIS = 60_000;

type AddTest = (name: string, run: () => Promise<void>) => void;

export interface WithPython {
  python: string;
  /** Holds `python` and `aws`. */
  directory: string;
  test: AddTest;
}

/** The tests of `define`, or, where there is no Python for them, as many skipped ones and a line that says why. */
export function describeWithPython(title: string, define: (input: WithPython) => void): void {
  const found: Python = findPython({ requirements: join(CONFORMANCE, 'requirements.txt') });
  if ('python' in found) {
    describe(title, () => define({ ...found, test: (name, run) => it(name, run, TEST_LIMIT_MILLIS) }));
    return;
  }
  let count = 0;
  const test: AddTest = (name, run) => {
    count += 1;
    it.skip(name, run);
  };
  describe.skip(title, () => define({ python: '', directory: '', test }));
  process.stderr.write(`SKIPPED: ${count} conformance tests (${title}), as ${found.missing}\n`);
}
