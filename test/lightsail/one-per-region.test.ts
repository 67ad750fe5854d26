import { onePerRegion } from '../../src/lightsail/one-per-region';

test('one is made for each Region, and kept up to a limit', () => {
  const made: string[] = [];
  const regions = onePerRegion((region) => ({ region, count: made.push(region) }));
  expect(regions('us-east-1')).toBe(regions('us-east-1'));
  for (let index = 0; index < 64; index++) regions(`nowhere-${String(index)}`);
  expect(made).toHaveLength(65);
  regions('us-east-1');
  expect(made).toHaveLength(66);
});
