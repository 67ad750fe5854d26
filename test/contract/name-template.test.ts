import { expandNameTemplate, findTemplateProblem } from '../../src/contract/name-template';

const run = {
  startedAt: new Date('2026-11-23T04:05:06.789Z'),
  ownerId: '0192f1c4-7a2b-7def-8000-000000000000',
};

describe('a name template', () => {
  it('counts from 1, padded as asked', () => {
    expect(expandNameTemplate({ ...run, template: 'web-{index}', count: 3 })).toEqual([
      'web-1',
      'web-2',
      'web-3',
    ]);
    expect(expandNameTemplate({ ...run, template: 'web-{index:03}', count: 2 })).toEqual([
      'web-001',
      'web-002',
    ]);
  });

  it('fills in date and time of the start in UTC, and six characters of the owner id', () => {
    expect(expandNameTemplate({ ...run, template: '{date}-{time}-{run}-{index}', count: 1 })).toEqual([
      '20261123-040506-0192f1-1',
    ]);
  });

  it.each(['web-{index', 'web-}', 'web-{}', 'web-{name}', 'web-{index:3}'])(
    'is refused when it is %s',
    (template) => {
      expect(findTemplateProblem(template)).toMatch(/^expected /);
    },
  );
});
