import { keepWorker } from '../../../src/cli/dev/keep-worker';
import type { ChildExit } from '../../../src/dev-stack/spawn-child';
import type { Stack } from '../../../src/cli/dev/stack';

type Worker = Awaited<ReturnType<Stack['startWorker']>>;

/** Workers that end when told to. */
function fakeStack() {
  const ends: ((exit: ChildExit) => void)[] = [];
  const startWorker = () => {
    const exited = new Promise<ChildExit>((resolve) => ends.push(resolve));
    return Promise.resolve({ exited } as unknown as Worker);
  };
  return { startWorker, ends };
}

test('a worker that dies is reported, and the next one starts', async () => {
  const { startWorker, ends } = fakeStack();
  const controller = new AbortController();
  const said: string[] = [];
  let started = 0;
  const keeping = keepWorker({
    stack: { startWorker },
    signal: controller.signal,
    say: (line) => {
      said.push(line);
      if (line === 'the worker runs again') controller.abort();
    },
    onStarted: () => {
      started += 1;
      setImmediate(() => ends[0]?.({ code: null, signal: 'SIGKILL' }));
    },
  });
  await keeping;
  expect(said).toEqual([
    'the worker ended (signal SIGKILL): the next one starts in 1 s',
    'the worker runs again',
  ]);
  expect([started, ends.length]).toEqual([1, 2]);
});

test('a first worker that cannot start is an error', async () => {
  const startWorker = () => Promise.reject(new Error('no bundle'));
  const input = {
    stack: { startWorker },
    signal: new AbortController().signal,
    say: () => undefined,
    onStarted: () => undefined,
  };
  await expect(keepWorker(input)).rejects.toThrow('no bundle');
});
