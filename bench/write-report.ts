import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { findPackageRoot } from '../src/dev-stack/package-root';
import { COMMAND_HEADING } from './command/render-command';
import { SIMULATOR_HEADING } from './simulator/render-simulator';

const REPORT = join(findPackageRoot(__dirname), 'docs', 'benchmarks.md');

/** The parts in the order of the report; each but the first begins with its heading. */
const HEADINGS = { simulator: SIMULATOR_HEADING, command: COMMAND_HEADING };

export type ReportPart = { fleets: string } | { simulator: string } | { command: string };

/** Writes one part of docs/benchmarks.md, and leaves the others as they are: they are measured by separate runs. */
export async function writeReport(part: ReportPart): Promise<void> {
  const present = await readFile(REPORT, 'utf8').catch(() => '');
  const written: Record<string, string> = { ...partsOf(present), ...part };
  const parts = ['fleets', ...Object.keys(HEADINGS)].flatMap((name) => written[name]?.trim() ?? []);
  await writeFile(REPORT, await asPrettierWould(`${parts.join('\n\n')}\n`));
}

function partsOf(report: string): Record<string, string> {
  const starts = Object.entries(HEADINGS)
    .map(([name, heading]) => ({ name, at: report.indexOf(`${heading}\n`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const all = [{ name: 'fleets', at: 0 }, ...starts];
  return Object.fromEntries(
    all.map(({ name, at }, index) => [name, report.slice(at, all[index + 1]?.at ?? report.length)]),
  );
}

/** `npm run check` looks at the report too. */
async function asPrettierWould(markdown: string): Promise<string> {
  const options = await prettier.resolveConfig(REPORT);
  return prettier.format(markdown, { ...options, parser: 'markdown' });
}
