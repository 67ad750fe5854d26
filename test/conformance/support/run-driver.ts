import { join } from 'node:path';
import { findPackageRoot } from '../../../src/dev-stack/package-root';
import { runProcess } from '../../support/run-process';

export interface DriverRow {
  operation: string;
  kind: 'accepted' | 'refused' | 'broken' | 'struck' | 'members' | 'left-out' | 'behaviour' | 'exception';
  name: string;
  problems: string[];
}

export const CONFORMANCE = join(findPackageRoot(__dirname), 'test', 'conformance');

/** Drives the simulator at `url` with boto3; a row for everything that was tried. */
export async function runDriver({ python, url }: { python: string; url: string }): Promise<DriverRow[]> {
  const { code, stdout, stderr } = await runProcess({
    command: python,
    args: [join(CONFORMANCE, 'driver', 'main.py'), url, join(CONFORMANCE, 'world.json')],
  });
  if (code !== 0) throw new Error(`the driver ended with ${String(code)}: ${stderr.slice(-2000)}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as DriverRow);
}

/** What was wrong, one line each; empty where nothing was. */
export function wrongIn(rows: readonly DriverRow[]): string[] {
  return rows.flatMap(({ operation, kind, name, problems }) =>
    problems.map((problem) => `${operation}, ${kind}, ${name}: ${problem}`),
  );
}
