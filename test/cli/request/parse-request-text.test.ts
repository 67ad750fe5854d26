import { parseRequestText } from '../../../src/cli/request/parse-request-text';

const problemsOf = (text: string, name = 'fleet.yaml'): string[] => {
  try {
    parseRequestText({ text, name });
  } catch (error) {
    return (error as { problems: string[] }).problems;
  }
  return [];
};

test('YAML and JSON give the same request', () => {
  const yaml = 'bundleId: nano_3_0\nfleet:\n  count: 2\n';
  const json = '{"bundleId": "nano_3_0", "fleet": {"count": 2}}';
  expect(parseRequestText({ text: yaml, name: 'fleet.yaml' })).toEqual(
    parseRequestText({ text: json, name: 'stdin' }),
  );
});

test('a date stays text', () => {
  expect(parseRequestText({ text: 'restoreDate: 2026-11-20', name: 'f.yaml' })).toEqual({
    restoreDate: '2026-11-20',
  });
});

test('bad YAML is told with line and column, every error', () => {
  expect(problemsOf('a: "x\nb: [1\n')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^line \d+, column \d+: /)]),
  );
});

test('a member given twice is an error, not a choice', () => {
  expect(problemsOf('bundleId: a\nbundleId: b\n')).toEqual([
    expect.stringMatching(/^line 2, column 1: .*unique/),
  ]);
});

test.each([
  ['{"a": 1,\n "b" 2}', 'line 2, column 6'],
  ['{"a": 1,', 'line 1, column 9'],
  ['{"a": 1,\n "b": two,\n "c": 3}', 'line 2, column 8'],
  ['{"a": "x\ny"}', 'line 1, column 9'],
])('bad JSON %j is told with line and column', (text, place) => {
  expect(problemsOf(text, 'fleet.json')).toEqual([expect.stringContaining(place)]);
});

test.each([
  ['', 'got nothing'],
  ['[1]', 'got a list'],
  ['hello', 'got a string'],
])('%j is no request', (text, got) => {
  expect(problemsOf(text)).toEqual([expect.stringContaining(got)]);
});

test.each([
  ['{"userData": "a-secret" "b": 1}', 'fleet.json'],
  ['{"userData": a-secret, "b": 1}', 'fleet.json'],
  ['{"userData": "a", "b": 1} a-secret', 'fleet.json'],
  ['userData: *a-secret', 'fleet.yaml'],
  ['userData: >a-secret\n b', 'fleet.yaml'],
  ['- a\nuserData: a-secret', 'fleet.yaml'],
  ['userData: "\\a-secret', 'fleet.yaml'],
])('what is wrong in %j is told without a word of the text', (text, name) => {
  const problems = problemsOf(text, name);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.join()).not.toMatch(/secre/);
});
