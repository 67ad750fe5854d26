import { timeTicks } from '../../../src/cli/timeline/time-ticks';

test.each([
  [43, 4, [0, 15, 30]],
  [0.5, 8, [0]],
  [600, 3, [0, 300, 600]],
  [3600 * 24 * 10, 2, [0, 432_000, 864_000]],
])('%d s with room for %d marks', (seconds, most, expected) => {
  expect(timeTicks({ seconds, most })).toEqual(expected);
});
