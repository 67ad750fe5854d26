import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edit } from './mutant';

/** The text after the edit. Throws where what it replaces is not there exactly once. */
export function edited({ text, edit: { file, find, put } }: { text: string; edit: Edit }): string {
  const times = text.split(find).length - 1;
  if (times !== 1)
    throw new Error(
      `${file}: expected the text of a mutant exactly once, found it ${String(times)} times:\n${find}`,
    );
  return text.replace(find, () => put);
}

/** Makes the edits in a tree, and answers with the files that they changed. */
export function editSources({ root, edits }: { root: string; edits: readonly Edit[] }): string[] {
  for (const edit of edits) {
    const path = join(root, edit.file);
    writeFileSync(path, edited({ text: readFileSync(path, 'utf8'), edit }));
  }
  return [...new Set(edits.map(({ file }) => file))];
}
