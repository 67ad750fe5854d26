import type { Tool } from '../../support/find-tool';

/** Two runs of seconds each at twenty times the speed; a loaded machine gets ten times that. */
const TEST_LIMIT_MILLIS = 120_000;

type AddTest = (name: string, run: () => Promise<void>) => void;

export interface DescribeExampleInput {
  title: string;
  /** The program that runs it, or what is missing for that. */
  tool: Tool;
  define: (input: { path: string; test: AddTest }) => void;
}

/** The tests of `define`, or, where the tool is missing, as many skipped ones and a line that says why. */
export function describeExample({ title, tool, define }: DescribeExampleInput): void {
  if ('path' in tool) {
    describe(title, () =>
      define({ ...tool, test: (name, run) => it.concurrent(name, run, TEST_LIMIT_MILLIS) }),
    );
    return;
  }
  let count = 0;
  const test: AddTest = (name, run) => {
    count += 1;
    it.skip(name, run);
  };
  describe.skip(title, () => define({ path: '', test }));
  process.stderr.write(`SKIPPED: ${String(count)} tests of ${title}, as ${tool.missing}\n`);
}
