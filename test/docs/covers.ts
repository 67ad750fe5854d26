import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A test that says what of the API it exercises. */
export interface Cover {
  /** `request.userData`, `operation.status`, `error.ServiceException`. */
  subject: string;
  file: string;
  title: string;
}

const TAGGED_TEST =
  /((?:^[ \t]*\/\/ @covers .*\n)+)\s*(?:it|test)(?:\.each(?:<[^>]*>)?\([\s\S]*?\n?\s*\))?\(\s*(['"`])(.*?)\2/gm;

/**
 * Reads the lines `// @covers …` that stand directly above the end to end tests. A test is not believed for the line
 * alone: request-members.test.ts and errors.test.ts compare what they sent and met with the SDK's model.
 */
export function readCovers(root: string): Cover[] {
  const folder = join(root, 'test', 'e2e');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const tests = [...text.matchAll(TAGGED_TEST)];
      const read = tests.map(([, tags = '']) => countTags(tags)).reduce((sum, count) => sum + count, 0);
      if (read !== countTags(text)) throw new Error(`${file}: a line @covers stands above no test`);
      return tests.flatMap(([, tags = '', , title = '']) =>
        tags
          .split('\n')
          .flatMap((line) => line.replace(/^\s*\/\/ @covers /, '').split(/\s+/))
          .filter((subject) => subject !== '')
          .map((subject) => ({ subject, file: `test/e2e/${file}`, title })),
      );
    });
}

function countTags(text: string): number {
  return text.split('// @covers ').length - 1;
}
