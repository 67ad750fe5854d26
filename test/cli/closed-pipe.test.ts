import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { COMMAND } from '../support/start-stack';

async function run(args: string[], close: 'stdout' | 'stderr') {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  // Before it has said all: it is still starting.
  child[close].destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

describe('a pipe whose reader went away', () => {
  it.each([['schema'], ['--help'], ['completion', 'bash'], ['doctor', '--address', '127.0.0.1:1']])(
    'ends %s as SIGPIPE ends other commands',
    async (...args) => {
      expect(await run(args, 'stdout')).toEqual({ code: 141, stderr: '' });
    },
  );

  it('does not change what a command comes to when it can say nothing of it', async () => {
    expect((await run(['show'], 'stderr')).code).toBe(2);
    expect((await run(['list', '--address', '127.0.0.1:1'], 'stderr')).code).toBe(4);
  });
});
