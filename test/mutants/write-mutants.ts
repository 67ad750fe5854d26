import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { MUTANTS_DOCUMENT } from './mutants';

const BEGIN = '<!-- table: npm run test:mutants -- --write -->';
const END = '<!-- end of table -->';

export interface WriteMutantsInput {
  table: string;
  seconds: number;
  machine: string;
}

/** Puts the table between its marks, as prettier would write it. */
export async function writeMutants({ table, seconds, machine }: WriteMutantsInput): Promise<void> {
  const document = join(findPackageRoot(__dirname), MUTANTS_DOCUMENT);
  const present = await readFile(document, 'utf8');
  const [before, after] = [present.indexOf(BEGIN), present.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${MUTANTS_DOCUMENT}: expected ${BEGIN} and ${END}`);
  const took = `${String(Math.round(seconds / 60))} minutes on ${machine}, with the control run.`;
  const text = `${present.slice(0, before + BEGIN.length)}\n\n${table}\n\n${took}\n\n${present.slice(after)}`;
  const options = await prettier.resolveConfig(document);
  await writeFile(document, await prettier.format(text, { ...options, parser: 'markdown' }));
}
