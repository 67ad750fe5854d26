import { join } from 'node:path';
import { describeWithPython } from './support/describe-with-python';
import { CONFORMANCE } from './support/run-driver';
import { runProcess } from '../support/run-process';

interface Answer {
  operation: string;
  status: number;
  headers: Record<string, string>;
  body: string;
  errorTypeHeader?: boolean;
}

const HEADERS = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'one' };

const answer = (body: unknown, change: Partial<Answer> = {}): Answer => ({
  operation: 'GetInstances',
  status: 200,
  headers: HEADERS,
  body: JSON.stringify(body),
  ...change,
});
const instance = (members: object): Answer => answer({ instances: [{ name: 'web-1', ...members }] });
const error = (members: object, change: Partial<Answer> = {}): Answer =>
  answer({ message: 'no', ...members }, { status: 400, ...change });
const modelled = { __type: 'NotFoundException', code: 'DoesNotExist', docs: 'd', tip: 't' };

const RIGHT: [name: string, answer: Answer][] = [
  ['an empty page', answer({ instances: [] })],
  ['an instance', instance({ createdAt: 1795580000.5, state: { code: 16, name: 'running' } })],
  ['a modelled error', error(modelled)],
  ['a throttled call', error({ __type: 'ThrottlingException' })],
  ['a modelled 500', error({ ...modelled, __type: 'ServiceException' }, { status: 500 })],
];

const WRONG: [name: string, answer: Answer, problem: string][] = [
  ['an unknown member', instance({ colour: 'red' }), 'answer.instances[0].colour: is not in the model'],
  [
    'an unknown member deep inside',
    instance({ hardware: { disks: [{ colour: 'red' }] } }),
    'answer.instances[0].hardware.disks[0].colour: is not in the model',
  ],
  ['a number for a text', instance({ arn: 7 }), 'answer.instances[0].arn: expected string, got 7'],
  [
    'a text for a number',
    instance({ state: { code: '16' } }),
    "answer.instances[0].state.code: expected integer, got '16'",
  ],
  [
    'a truth value for a number',
    instance({ state: { code: true } }),
    'answer.instances[0].state.code: expected integer, got True',
  ],
  [
    'a fraction for a whole number',
    instance({ state: { code: 1.5 } }),
    'answer.instances[0].state.code: expected integer, got 1.5',
  ],
  ['null', instance({ arn: null }), 'answer.instances[0].arn: expected string, got None'],
  ['an object for a list', answer({ instances: {} }), 'answer.instances: expected list, got {}'],
  [
    'a time as text',
    instance({ createdAt: '2026-11-23' }),
    "answer.instances[0].createdAt: expected timestamp, got '2026-11-23'",
  ],
  [
    'a time in milliseconds',
    instance({ createdAt: 1795580000000 }),
    'answer.instances[0].createdAt: expected epoch seconds, got 1795580000000',
  ],
  [
    'a value outside an enum',
    instance({ ipAddressType: 'ipv5' }),
    'answer.instances[0].ipAddressType: not in the enum IpAddressType: ipv5',
  ],
  ['no JSON', answer('', { body: '<html>' }), "body: expected JSON, got '<html>'"],
  [
    'no request id',
    answer({}, { headers: { 'content-type': HEADERS['content-type'] } }),
    'x-amzn-requestid: is missing',
  ],
  ['an error without a type', error({}), '__type: neither modelled for GetInstances nor common: None'],
  [
    'an error of another service',
    error({ __type: 'NoSuchBucket' }),
    '__type: neither modelled for GetInstances nor common: NoSuchBucket',
  ],
  [
    'an error with a member too many',
    error({ ...modelled, colour: 'red' }),
    'error.colour: is not in the model',
  ],
  [
    'an error with a wrong status',
    error(modelled, { status: 404 }),
    'status: expected 400 for NotFoundException, got 404',
  ],
  ['an error without a text', error({ ...modelled, message: '' }), 'error.message: expected a text'],
  [
    'an error without the header that the setting asks for',
    error(modelled, { errorTypeHeader: true }),
    'x-amzn-errortype: expected NotFoundException, got None',
  ],
];

describeWithPython('the checker of answers', ({ python, test }) => {
  const judge = async (answers: Answer[]): Promise<string[][]> => {
    const run = await runProcess({
      command: python,
      args: [join(CONFORMANCE, 'driver', 'judge.py')],
      input: answers.map((given) => `${JSON.stringify(given)}\n`).join(''),
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    return run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string[]);
  };

  let verdicts: string[][] = [];
  beforeAll(async () => {
    // Not called where the tests are skipped.
    verdicts = await judge([...RIGHT.map(([, given]) => given), ...WRONG.map(([, given]) => given)]);
  });

  RIGHT.forEach(([name], index) =>
    test(`finds nothing wrong with ${name}`, async () => {
      expect(verdicts[index]).toEqual([]);
    }),
  );

  WRONG.forEach(([name, , problem], index) =>
    test(`reports ${name}`, async () => {
      expect(verdicts[RIGHT.length + index]).toEqual([problem]);
    }),
  );
});
