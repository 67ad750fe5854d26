import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { findPackageRoot } from '../../src/dev-stack/package-root';

const DOCUMENT = join(findPackageRoot(__dirname), 'docs', 'reliability.md');
const BEGIN = '<!-- figures: npm run test:faults -- --write -->';
const END = '<!-- end of figures -->';

/** Puts the figures of a campaign between their marks in docs/reliability.md, as prettier would write them. */
export async function writeFigures(figures: string): Promise<void> {
  const present = await readFile(DOCUMENT, 'utf8');
  const [before, after] = [present.indexOf(BEGIN), present.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`docs/reliability.md: expected ${BEGIN} and ${END}`);
  const text = `${present.slice(0, before + BEGIN.length)}\n\n${figures}\n${present.slice(after)}`;
  const options = await prettier.resolveConfig(DOCUMENT);
  await writeFile(DOCUMENT, await prettier.format(text, { ...options, parser: 'markdown' }));
}
