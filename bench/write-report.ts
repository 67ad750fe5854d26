import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { findPackageRoot } from '../src/dev-stack/package-root';
import { SIMULATOR_HEADING } from './simulator/render-simulator';

const REPORT = join(findPackageRoot(__dirname), 'docs', 'benchmarks.md');

/** Writes one part of docs/benchmarks.md, and leaves the other as it is: they are measured by separate runs. */
export async function writeReport(part: { fleets: string } | { simulator: string }): Promise<void> {
  const present = await readFile(REPORT, 'utf8').catch(() => '');
  const start = present.indexOf(SIMULATOR_HEADING);
  const [fleets, simulator] = start < 0 ? [present, ''] : [present.slice(0, start), present.slice(start)];
  const parts = { fleets, simulator, ...part };
  await writeFile(REPORT, await asPrettierWould(`${parts.fleets.trimEnd()}\n\n${parts.simulator}`));
}

/** `npm run check` looks at the report too. */
async function asPrettierWould(markdown: string): Promise<string> {
  const options = await prettier.resolveConfig(REPORT);
  return prettier.format(markdown, { ...options, parser: 'markdown' });
}
