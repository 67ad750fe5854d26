import { evaluatePolicy } from '../../../src/simulator/access/evaluate-policy';
import { policySchema } from '../../../src/simulator/access/policy-schema';

const ARN = 'arn:aws:lightsail:us-east-1:123456789012:Instance/1';
const allow = (change: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...change });

function decide(
  statements: object | object[],
  action = 'lightsail:DeleteInstance',
  resourceArn = ARN,
): string {
  const policy = policySchema.parse({ Version: '2012-10-17', Statement: statements });
  return evaluatePolicy({ policy, action, resourceArn, context: new Map() });
}

describe('a policy', () => {
  it.each<[string, object | object[], string]>([
    ['allows what a statement allows', allow(), 'allowed'],
    ['denies what no statement allows', allow({ Action: 'lightsail:Get*' }), 'implicit-deny'],
    [
      'denies what a Deny fits, whatever else allows it',
      [allow(), allow({ Effect: 'Deny' })],
      'explicit-deny',
    ],
    ['lets a Deny of something else be', [allow(), allow({ Effect: 'Deny', Action: 'ec2:*' })], 'allowed'],
    ['reads actions in any case', allow({ Action: 'LIGHTSAIL:deleteinstance' }), 'allowed'],
    ['takes one of several actions', allow({ Action: ['ec2:*', 'lightsail:Delete?nstance'] }), 'allowed'],
    ['takes all but NotAction', allow({ Action: undefined, NotAction: 'lightsail:Get*' }), 'allowed'],
    ['takes no NotAction', allow({ Action: undefined, NotAction: 'lightsail:Del*' }), 'implicit-deny'],
    ['takes a resource by pattern', allow({ Resource: 'arn:aws:lightsail:*:*:Instance/*' }), 'allowed'],
    [
      'reads resources letter by letter',
      allow({ Resource: 'arn:aws:lightsail:*:*:instance/*' }),
      'implicit-deny',
    ],
    [
      'takes no resource of another type',
      allow({ Resource: 'arn:aws:lightsail:*:*:Disk/*' }),
      'implicit-deny',
    ],
    ['takes all but NotResource', allow({ Resource: undefined, NotResource: ARN }), 'implicit-deny'],
    [
      'is not met without its condition',
      allow({ Condition: { Null: { 'aws:TagKeys': false } } }),
      'implicit-deny',
    ],
    ['is met with its condition', allow({ Condition: { Null: { 'aws:TagKeys': true } } }), 'allowed'],
  ])('%s', (_what, statements, expected) => {
    expect(decide(statements)).toBe(expected);
  });

  it('for reads, which take no resource, needs "*" or a pattern of the whole account', () => {
    const whole = 'arn:aws:lightsail:us-east-1:123456789012:*';
    const resource = (Resource: string) => decide(allow({ Resource }), 'lightsail:GetInstances', whole);
    expect(resource('*')).toBe('allowed');
    expect(resource('arn:aws:lightsail:*:*:*')).toBe('allowed');
    expect(resource('arn:aws:lightsail:*:*:Instance/*')).toBe('implicit-deny');
  });
});

describe('a policy that is none', () => {
  const paths = (policy: object): string[] =>
    (policySchema.safeParse(policy).error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );

  it('is refused with all that is wrong with it', () => {
    const found = paths({
      Version: 'today',
      Statement: [
        { Effect: 'Maybe', Action: 'delete', Resource: 'Instance/1' },
        { Effect: 'Allow', NotAction: [] },
        allow({ Principal: '*' }),
        allow({ Condition: { StringSounds: { 'aws:TagKeys': 'x' } } }),
        allow({ Condition: { StringEquals: { 'aws:SourceIp': '10.0.0.1', 'aws:TagKeys': 'x' } } }),
        allow({ Resource: 'arn:aws:lightsail:*:*:Instance/${aws:username}' }),
      ],
    }).join('\n');
    for (const told of [
      'Version: ',
      'Statement.0.Effect: ',
      'Statement.0.Action',
      'Statement.0.Resource',
      'Statement.1',
      'Statement.2.Principal: expected none',
      'Statement.3.Condition.StringSounds: expected one of StringEquals',
      'Statement.4.Condition.StringEquals.aws:SourceIp: expected one of aws:RequestTag/*',
      'Statement.4.Condition.StringEquals.aws:TagKeys: aws:TagKeys has several values',
      'Statement.5.Resource',
    ])
      expect(found).toContain(told);
  });

  it('is what was read once, read again', () => {
    const once = policySchema.parse({
      Version: '2012-10-17',
      Statement: allow({ Condition: { Bool: { 'aws:RequestTag/a': true } } }),
    });
    expect(policySchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });
});
