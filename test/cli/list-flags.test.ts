import { nextPageCommand, toListInput } from '../../src/cli/list-flags';

const now = new Date('2026-11-25T12:00:00.000Z');
const parse = (options: object) => toListInput({ options: { limit: '50', ...options }, now });

test.each([
  ['24h', '2026-11-24T12:00:00.000Z'],
  ['7d', '2026-11-18T12:00:00.000Z'],
  ['90s', '2026-11-25T11:58:30.000Z'],
  ['2026-11-25', '2026-11-25T00:00:00.000Z'],
  ['2026-11-25T02:00', '2026-11-25T02:00:00.000Z'],
  ['2026-11-25T02:00:30+01:00', '2026-11-25T01:00:30.000Z'],
])('--since %s is %s', (since, time) => {
  expect(parse({ since }).since).toBe(time);
});

test.each([['yesterday'], ['24'], ['2026-13-01'], ['2026-11-25 02:00'], ['-1h']])(
  '--until %s is refused',
  (until) => {
    expect(() => parse({ until })).toThrow(`--until: expected an age such as 24h or 7d`);
  },
);

test('every problem is told at once, by its flag', () => {
  const options = { state: ['redy'], fleetId: 'a b', owner: 'me', region: 'us', since: 'Nov 1', limit: '0' };
  expect(() => parse(options)).toThrow(
    /--state: expected .*\n--region: expected .*\n--fleet-id: expected .*\n--owner: expected .*\n--since: expected an age .*\n--limit: expected /,
  );
});

test('the next page is one of the same listing, also where the filter was an age', () => {
  const input = parse({ state: ['ready'], since: '24h', running: true, source: "o'neil" });
  expect(nextPageCommand(input, 'ab12.cd')).toBe(
    "lightsail-fleet list --running --state ready --source 'o'\\''neil' --since 2026-11-24T12:00:00.000Z --limit 50 --page-token ab12.cd",
  );
});
