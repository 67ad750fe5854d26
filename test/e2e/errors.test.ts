import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { startFleet, type FleetOutcome } from '../support/run-fleet';
import { readCreateErrors } from '../support/sdk-model';
import type { FaultRule, LedgerRow } from '../support/simulator-control';
import { Stack } from '../support/start-stack';
import { ERROR_CASES, OPERATION_CASES, TEXT_CASES, type ErrorCase } from './error-cases';

const CREATE = 'CreateInstancesFromSnapshot';
/** A fleet of its own for each case, all at once, so that what waits for one back-off does not hold up the rest. */
const LIMIT_MILLIS = 120_000;

let stack: Stack;
let account: Account;
const outcomes = new Map<string, Promise<FleetOutcome>>();

const instanceOf = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(2, '0')}`;

/** One fault for each fleet, told apart by the name of its instance. */
function faults(): FaultRule[] {
  const called = (prefix: string, cases: readonly ErrorCase[], named: boolean): FaultRule[] =>
    cases.map(({ error, text }, index) => ({
      action: CREATE,
      name: instanceOf(prefix, index),
      effect: 'denied',
      errorCode: named ? error : 'InvalidInputException',
      ...(text === undefined ? {} : { errorDetails: text }),
    }));
  return [
    ...called('err', ERROR_CASES, true),
    ...called('text', TEXT_CASES, false),
    ...OPERATION_CASES.map(({ error, text }, index) => ({
      name: instanceOf('op', index),
      effect: 'operation-fails',
      errorCode: error,
      errorDetails: text,
    })),
    { action: CREATE, name: 'wire-01', effect: 'not-json' },
    { action: CREATE, name: 'wire-02', effect: 'reset-before' },
    { action: CREATE, name: 'wire-03', effect: 'reset-after' },
    { action: 'GetInstanceSnapshot', effect: 'not-json', times: 2 },
  ];
}

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
  await stack.control.putFaults(faults());
  await stack.startWorker();
  const names = [
    ...ERROR_CASES.map((_, index) => instanceOf('err', index)),
    ...TEXT_CASES.map((_, index) => instanceOf('text', index)),
    ...OPERATION_CASES.map((_, index) => instanceOf('op', index)),
    ...['wire-01', 'wire-02', 'wire-03'],
  ];
  for (const name of names) {
    const fleet = await startFleet(stack, fleetRequest({ names: [name] }));
    outcomes.set(name, fleet.outcome());
  }
});

afterAll(async () => {
  account.close();
  await stack.stop();
});

/** The creates that named this instance, as the ledger has them. */
async function createsOf(name: string): Promise<LedgerRow[]> {
  const asksFor = ({ request }: LedgerRow) => (request?.['instanceNames'] as string[] | undefined) ?? [];
  return (await stack.control.ledger()).filter((row) => row.action === CREATE && asksFor(row).includes(name));
}

async function expectOutcome(name: string, { error, endsAs, says }: ErrorCase): Promise<void> {
  const outcome = await outcomes.get(name);
  if (endsAs === undefined) {
    expect(outcome).toMatchObject({ status: 'ready', result: { instances: [{ name }] } });
    const effects = (await createsOf(name)).map(({ effect }) => effect);
    expect(effects).toEqual(['denied', null]);
    return;
  }
  expect(outcome).toMatchObject({ status: 'failed', type: endsAs });
  const message = outcome?.status === 'failed' ? outcome.message : '';
  expect(message).toContain(error);
  expect(message).toMatch(says ?? /./);
  expect(await account.billedNames()).not.toContain(name);
}

describe('a create that is answered once with', () => {
  // @covers error.AccessDeniedException error.AccountSetupInProgressException error.InvalidInputException
  // @covers error.NotFoundException error.OperationFailureException error.RegionSetupInProgressException
  // @covers error.ServiceException error.UnauthenticatedException
  // @covers error.AccessDenied error.ExpiredTokenException error.IncompleteSignature error.InternalFailure
  // @covers error.InvalidAction error.InvalidClientTokenId error.MalformedHttpRequestException
  // @covers error.NotAuthorized error.OptInRequired error.RequestAbortedException
  // @covers error.RequestEntityTooLargeException error.RequestExpired error.RequestTimeoutException
  // @covers error.ServiceUnavailable error.ThrottlingException error.UnknownOperationException
  // @covers error.UnrecognizedClientException error.ValidationError
  it.each(ERROR_CASES.map((one, index) => ({ ...one, index, outcome: one.endsAs ?? 'ready' })))(
    '$error: the fleet ends as $outcome',
    async ({ index, outcome: _, ...one }) => {
      await expectOutcome(instanceOf('err', index), one);
    },
    LIMIT_MILLIS,
  );

  it.each(TEXT_CASES.map((one, index) => ({ ...one, index, outcome: one.endsAs ?? 'ready' })))(
    'the text of "$error": the fleet ends as $outcome',
    async ({ index, outcome: _, ...one }) => {
      const error = one.text;
      await expectOutcome(instanceOf('text', index), { ...one, error });
    },
    LIMIT_MILLIS,
  );

  it.each([
    ['a page of HTML', 'wire-01'],
    ['a reset before it was carried out', 'wire-02'],
    ['a reset after it was carried out', 'wire-03'],
  ])(
    '%s: the fleet ends ready, its instance made once',
    async (_, name) => {
      expect(await outcomes.get(name)).toMatchObject({ status: 'ready', result: { instances: [{ name }] } });
      const made = (await stack.control.ledger()).filter(
        (row) => row.resourceType === 'Instance' && row.resourceName === name && row.from === null,
      );
      expect(made).toHaveLength(1);
    },
    LIMIT_MILLIS,
  );
});

describe('an operation that fails with', () => {
  it.each(OPERATION_CASES.map((one, index) => ({ ...one, index })))(
    '$error: the fleet ends as $endsAs, rolled back',
    async ({ index, ...one }) => {
      await expectOutcome(instanceOf('op', index), one);
    },
    LIMIT_MILLIS,
  );
});

it('these are all errors that the API is modelled with', () => {
  const tested = ERROR_CASES.map(({ error }) => error);
  expect(readCreateErrors().filter((error) => !tested.includes(error))).toEqual([]);
});
