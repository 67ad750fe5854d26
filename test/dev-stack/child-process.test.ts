import { ChildStartError, startChild } from '../../src/dev-stack/child-process';
import { findFreePorts } from '../../src/dev-stack/free-port';
import { runCommand } from '../../src/dev-stack/run-command';
import { isRunning, waitUntil } from './processes';

const NEVER_ENDS = 'setInterval(() => {}, 1000);';

const start = (code: string, limitSeconds = 10) =>
  startChild({
    name: 'the child',
    command: process.execPath,
    args: ['-e', code],
    limitSeconds,
    stopLimitSeconds: 0.3,
    readyWhen: (line) => (JSON.parse(line) as { ready?: number }).ready,
  });

test('a child is ready with the value of its line, whatever else it prints', async () => {
  const child = await start(
    `console.log('hello'); console.log('{"other":1}'); console.log('{"ready":7}'); ${NEVER_ENDS}`,
  );
  expect(child.value).toBe(7);
  expect(isRunning(child.pid)).toBe(true);
  expect(await child.stop()).toMatchObject({ signal: 'SIGTERM' });
  expect(isRunning(child.pid)).toBe(false);
});

test('a child that ends before it is ready is an error with its last lines', async () => {
  const starting = start(`console.error('port is taken'); process.exit(3);`);
  await expect(starting).rejects.toThrow(ChildStartError);
  await expect(starting).rejects.toThrow(
    /the child ended before it was ready \(exit code 3\).*\n {2}port is taken/,
  );
});

test('of a child that crashes with a long stack, the line that says why is shown', async () => {
  const stack = `console.error('no port'); console.error('panic: nil'); for (let i = 0; i < 100; i++) console.error('at ' + i);`;
  await expect(start(`${stack} process.exit(2);`)).rejects.toThrow(
    /\(exit code 2\).*\n {2}no port\n {2}panic: nil\n {2}at 0/,
  );
});

test('a child that says nothing in time is killed', async () => {
  let pid = 0;
  const starting = startChild({
    name: 'the child',
    command: process.execPath,
    args: ['-e', `console.log(process.pid); ${NEVER_ENDS}`],
    limitSeconds: 1,
    readyWhen: (line) => {
      pid = Number(line);
      return undefined;
    },
  });
  await expect(starting).rejects.toThrow('the child was not ready after 1 s');
  expect(isRunning(pid)).toBe(false);
});

test('a child that does not heed SIGTERM is killed after the limit', async () => {
  const child = await start(`process.on('SIGTERM', () => {}); console.log('{"ready":1}'); ${NEVER_ENDS}`);
  expect(await child.stop()).toMatchObject({ signal: 'SIGKILL' });
});

test('stopping what has ended already does no harm', async () => {
  const child = await start(`console.log('{"ready":1}');`);
  expect(await child.exited).toMatchObject({ code: 0 });
  expect(await child.stop()).toMatchObject({ code: 0 });
  expect(await child.kill()).toMatchObject({ code: 0 });
});

test('a command that is not there is named', async () => {
  const starting = startChild({
    name: 'the child',
    command: '/nowhere/command',
    args: [],
    limitSeconds: 5,
    readyWhen: () => undefined,
  });
  await expect(starting).rejects.toThrow(/could not be started: spawn \/nowhere\/command ENOENT/);
});

test('a command that takes too long is ended', async () => {
  const result = await runCommand({ command: process.execPath, args: ['-e', NEVER_ENDS], limitSeconds: 0.3 });
  expect(result).toMatchObject({ tooLong: true, signal: 'SIGKILL' });
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('children end when their parent is killed with SIGKILL', async () => {
  // The parent is a child of ours that starts one itself, as the demo does.
  const source = `
    const { spawnSync, spawn } = require('node:child_process');
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', process.execPath, '-e', '${NEVER_ENDS}']);
    console.log(JSON.stringify({ ready: child.pid }));
    ${NEVER_ENDS}`;
  const parent = await start(source);
  const grandchild = parent.value;
  expect(isRunning(grandchild)).toBe(true);
  await parent.kill();
  await waitUntil(() => !isRunning(grandchild));
});

test('free ports differ', async () => {
  const ports = await findFreePorts({ count: 20 });
  expect(new Set(ports).size).toBe(20);
});
