import * as fc from 'fast-check';
import { cloneFleetInputSchema, parseCloneFleetInput } from '../../src/contract/clone-fleet-input';
import type { ParsedCloneFleetInput } from '../../src/contract/clone-fleet-input';
import { formatProblems, MAX_PROBLEMS } from '../../src/contract/problems';
import { fuzzSettings } from './support/fuzz-settings';
import { hostileJson, hostileObject, hostileText } from './support/hostile-json';
import { validRequest } from './support/valid-request';

/**
 * Milliseconds of this process's own work, whatever else the machine does: far above what a parse takes, far below what a
 * quadratic one takes on the longest texts here.
 */
const LONGEST_PARSE_MILLIS = 2_000;
/** A hundred problems, each of a path of a few cut names and one cut value; a payload may have 2 MB. */
const LONGEST_PROBLEM_CHARACTERS = 2_000;
const LONGEST_TEXT_CHARACTERS = 100_000;

const MEMBERS = [...Object.keys(cloneFleetInputSchema.shape), '__proto__', 'constructor'];

function parseInTime(input: unknown): ParsedCloneFleetInput {
  const before = process.cpuUsage();
  const parsed = parseCloneFleetInput(input);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(LONGEST_PARSE_MILLIS);
  return parsed;
}

/** What ends up in a failure is what plan-fleet.ts cuts from it: the first hundred, and one text. */
function expectBounded({ problems = [] }: ParsedCloneFleetInput): void {
  const longest = problems.reduce(
    (most, { path, message }) => Math.max(most, path.length + message.length),
    0,
  );
  expect(longest).toBeLessThan(LONGEST_PROBLEM_CHARACTERS);
  const text = formatProblems(problems);
  expect(text.split('\n').length).toBeLessThanOrEqual(MAX_PROBLEMS + 1);
  expect(text.length).toBeLessThan(LONGEST_TEXT_CHARACTERS);
}

describe('whatever is given as a request', () => {
  it('is refused in time and in few words, or is taken; nothing is thrown', () => {
    const anything = fc.oneof(hostileJson, hostileObject(MEMBERS));
    fc.assert(
      fc.property(anything, (input) => expectBounded(parseInTime(input))),
      fuzzSettings({ numRuns: 400 }),
    );
  });

  it('with one member of a good request broken, the problem is told and its text is bounded', () => {
    const broken = fc
      .tuple(validRequest, fc.constantFrom(...MEMBERS), hostileJson)
      .map(([request, member, value]) =>
        Object.fromEntries([...Object.entries(request).filter(([name]) => name !== member), [member, value]]),
      );
    fc.assert(
      fc.property(broken, (input) => expectBounded(parseInTime(input))),
      fuzzSettings({ numRuns: 400 }),
    );
  });

  it.each(['[', '{"tags":', '{"fleet":', '{"attachedDiskMapping":'])(
    'nested 10,000 times by %s is refused like any other',
    (open) => {
      const nested = `{"tags":${open.repeat(10_000)}0${(open === '[' ? ']' : '}').repeat(10_000)}}`;
      expectBounded(parseInTime(JSON.parse(nested)));
    },
  );

  it('never changes what any other object inherits', () => {
    fc.assert(
      fc.property(hostileObject(MEMBERS), (input) => {
        parseCloneFleetInput(input);
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>)['instanceNames']).toBeUndefined();
      }),
      fuzzSettings({ numRuns: 100 }),
    );
  });

  it('tells nothing of user data, however it is broken', () => {
    const secret = 'hunter2-correct-horse';
    const leaky = fc.oneof(
      hostileText.map((text) => `${text.slice(0, 20)}${secret}${text.slice(0, 20)}${'x'.repeat(16_384)}`),
      hostileText.map((text) => [secret, text]),
      hostileText.map((text) => ({ [secret]: text })),
    );
    fc.assert(
      fc.property(validRequest, leaky, (request, userData) => {
        const { problems = [] } = parseInTime({ ...request, userData });
        expect(problems.length).toBeGreaterThan(0);
        expect(JSON.stringify(problems)).not.toContain(secret);
      }),
      fuzzSettings({ numRuns: 200 }),
    );
  });

  it('that is valid is taken as it is, and again after a journey through JSON', () => {
    fc.assert(
      fc.property(validRequest, (request) => {
        const { input, problems } = parseInTime(request);
        expect({ problems, input }).toEqual({ problems: undefined, input: request });
        expect(parseInTime(JSON.parse(JSON.stringify(input))).input).toEqual(request);
      }),
      fuzzSettings({ numRuns: 300 }),
    );
  });

  it('with a hundred thousand things wrong is told of in a hundred lines and a count', () => {
    const inputs = [
      { instanceNames: Array.from({ length: 100_000 }, () => '!') },
      { tags: Array.from({ length: 100_000 }, () => ({})) },
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`member-${index}`, null])),
      {
        instanceNames: ['web-1'],
        attachedDiskMapping: Object.fromEntries(
          Array.from({ length: 100_000 }, (_, index) => [`${index}`, 0]),
        ),
      },
    ];
    for (const input of inputs) expectBounded(parseInTime(input));
  });
});
