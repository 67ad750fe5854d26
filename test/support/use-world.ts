import { Account } from './account';
import { Person } from './person';
import { Stack, type StartStackInput } from './start-stack';

/** What the tests of a file share. */
export interface World {
  stack: Stack;
  /** What stands, as the owner of the account sees it. */
  account: Account;
  person: Person;
}

export interface UseWorldInput {
  start?: StartStackInput;
  /** Before the worker starts: keep what the tests need, put what the simulator is to have. */
  prepare: (world: World) => Promise<void> | void;
}

/**
 * One stack with a worker for all tests of a file: started before the first, stopped after the last, however far the
 * start came. A hook that stops what was never started would fail, too, and hide why.
 */
export function useWorld({ start = {}, prepare }: UseWorldInput): void {
  let world: World | undefined;
  beforeAll(async () => {
    const stack = await Stack.start(start);
    world = { stack, account: new Account(stack), person: new Person(stack) };
    await prepare(world);
    await stack.startWorker();
  });
  afterAll(async () => {
    world?.person.close();
    world?.account.close();
    await world?.stack.stop();
  });
}
