import { meetsCondition } from '../../../src/simulator/access/meets-condition';

const KEY = 'aws:RequestTag/Team';
const ARN = 'arn:aws:lightsail:us-east-1:123456789012:Instance/1';

type Row = [operator: string, expected: string[], values: string[] | undefined, holds: boolean];

const ROWS: Row[] = [
  ['StringEquals', ['web'], ['web'], true],
  ['StringEquals', ['web'], ['Web'], false],
  ['StringEquals', ['db', 'web'], ['web'], true],
  ['StringEquals', ['w*'], ['web'], false],
  ['StringEquals', ['web'], undefined, false],
  ['StringEquals', [''], [''], true],
  ['StringEqualsIfExists', ['web'], undefined, true],
  ['StringEqualsIfExists', ['web'], ['db'], false],
  ['StringNotEquals', ['web'], ['db'], true],
  ['StringNotEquals', ['web'], ['web'], false],
  ['StringNotEquals', ['web', 'db'], ['db'], false],
  ['StringNotEquals', ['web'], undefined, true],
  ['StringEqualsIgnoreCase', ['WEB'], ['web'], true],
  ['StringNotEqualsIgnoreCase', ['WEB'], ['web'], false],
  ['StringLike', ['w*'], ['web'], true],
  ['StringLike', ['w?'], ['web'], false],
  ['StringNotLike', ['w*'], ['web'], false],
  ['StringNotLike', ['w*'], ['db'], true],
  ['ArnLike', ['arn:aws:lightsail:*:*:Instance/*'], [ARN], true],
  ['ArnEquals', ['arn:aws:lightsail:*:*:Instance/*'], [ARN], true],
  ['ArnLike', ['arn:aws:*:Instance/*'], [ARN], false],
  ['ArnNotLike', ['arn:aws:lightsail:*:*:Disk/*'], [ARN], true],
  ['Bool', ['true'], ['True'], true],
  ['Bool', ['true'], ['false'], false],
  ['Bool', ['true'], undefined, false],
  ['Null', ['true'], undefined, true],
  ['Null', ['true'], ['web'], false],
  ['Null', ['false'], [''], true],
  ['Null', ['false'], undefined, false],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a'], undefined, true],
  ['ForAllValues:StringNotEquals', ['a'], ['b', 'a'], false],
  ['ForAnyValue:StringEquals', ['a'], ['b', 'a'], true],
  ['ForAnyValue:StringEquals', ['a'], ['b'], false],
  ['ForAnyValue:StringEquals', ['a'], undefined, false],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
  ['ForAnyValue:StringNotEquals', ['a'], undefined, false],
  ['ForAnyValue:StringLikeIfExists', ['a*'], undefined, true],
  ['StringSounds', ['web'], ['web'], false],
];

describe('a condition', () => {
  it.each(ROWS)('%s of %j for %j holds: %s', (operator, expected, values, holds) => {
    const context = new Map(values === undefined ? [] : [['aws:requesttag/team', values]]);
    expect(meetsCondition({ condition: { [operator]: { [KEY]: expected } }, context })).toBe(holds);
  });

  it('holds only where every operator and every key does', () => {
    const context = new Map([
      ['aws:requesttag/team', ['web']],
      ['aws:requestedregion', ['us-east-1']],
    ]);
    const both = (region: string, team: string) =>
      meetsCondition({
        condition: {
          StringEquals: { [KEY]: [team], 'AWS:RequestedRegion': [region] },
          Null: { [KEY]: ['false'] },
        },
        context,
      });
    expect(both('us-east-1', 'web')).toBe(true);
    expect(both('eu-west-1', 'web')).toBe(false);
    expect(both('us-east-1', 'db')).toBe(false);
  });
});
