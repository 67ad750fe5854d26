import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { CloneFleetInput } from '../../src/contract/clone-fleet-input';
import { Account } from '../support/account';
import { runProcess, type ProcessRun } from '../support/run-process';
import { Stack } from '../support/start-stack';
import { describeExample } from './support/describe-example';
import { EXAMPLES, LANGUAGE_EXAMPLES } from './support/examples';

let stack: Stack;
let account: Account;

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
  await stack.startWorker();
  await mkdir(join(stack.folder, 'bin'));
  await symlink(process.env['TEMPORAL_CLI_PATH'] ?? '', join(stack.folder, 'bin', 'temporal'));
  // By names that only one test has, so that the languages can run beside each other.
  await stack.control.putFaults(
    LANGUAGE_EXAMPLES.flatMap(({ prefix }) => [
      { name: `${prefix}-failing-2`, effect: 'operation-fails', errorCode: 'InternalFailure' },
      { name: `${prefix}-kept-1`, effect: 'operation-fails' },
    ]),
  );
}, 60_000);

afterAll(async () => {
  account.close();
  await stack.stop();
});

/** The request that the examples' README starts from, with other names. */
async function writeRequest(
  fleetId: string,
  instanceNames: string[],
  onFailure: 'rollback' | 'keep',
): Promise<string> {
  const request = JSON.parse(readFileSync(join(EXAMPLES, 'request.json'), 'utf8')) as CloneFleetInput;
  const file = join(stack.folder, `${fleetId}.json`);
  await writeFile(
    file,
    JSON.stringify({ ...request, instanceNames, fleet: { ...request.fleet, onFailure } }),
  );
  return file;
}

describe.each(LANGUAGE_EXAMPLES)('$title', ({ prefix, findTool, script }) => {
  describeExample({
    title: 'starts a fleet, awaits its plan, follows it, and',
    tool: findTool(),
    define: ({ path, test }) => {
      const run = async (
        fleet: string,
        names: string[],
        onFailure: 'rollback' | 'keep' = 'rollback',
      ): Promise<ProcessRun> => {
        const fleetId = `${prefix}-${fleet}`;
        const file = await writeRequest(fleetId, names, onFailure);
        return runProcess({
          command: path,
          args: [...(script === undefined ? [] : [script]), fleetId, file],
          env: {
            PATH: [join(stack.folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
            HOME: stack.folder,
            TEMPORAL_ADDRESS: stack.temporal.address,
            TEMPORAL_HTTP_URL: stack.temporal.httpUrl,
          },
        });
      };

      test('prints the addresses of one that stands, and refuses to start it again', async () => {
        const names = [`${prefix}-1`, `${prefix}-2`];
        const { code, stdout, stderr } = await run('whole', names);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        const lines = stdout.trim().split('\n');
        expect(lines[0]).toBe('accepted: 2 instances in us-east-1a, 10 USD a month');
        expect(lines.at(-3)).toBe('ready: 2 of 2 ready');
        const started = await stack.client.workflow.getHandle(`${prefix}-whole`).describe();
        expect(await started.staticSummary()).toMatch(/^a fleet from the .* (?:example|command)$/);
        const made = (await account.instances()).filter(({ name = '' }) => names.includes(name));
        expect(lines.slice(-2).sort()).toEqual(
          made.map(({ name, publicIpAddress }) => `${name ?? ''} ${publicIpAddress ?? ''}`).sort(),
        );

        const again = await run('whole', names);
        expect(again).toEqual({
          code: 2,
          stdout: `refused: fleet ${prefix}-whole stands already, and its id is not used again\n`,
          stderr: '',
        });
      });

      test('says why one is refused, with every problem, and that nothing is left', async () => {
        const { code, stdout, stderr } = await run('refused', ['x', 'somebody-elses']);
        expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
        expect(stdout).toMatch(/^refused: InvalidRequest: /);
        expect(stdout).toContain('\n  instanceNames[0]: expected 2 to 255 characters');
        expect(stdout).toMatch(/\nleft: nothing\n$/);
      });

      test('says which instance failed, and that nothing is left', async () => {
        const { code, stdout, stderr } = await run('failing', [`${prefix}-failing-1`, `${prefix}-failing-2`]);
        expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
        expect(stdout).toContain('\nfailed: OperationFailed: 1 of 2 instances could not be made');
        expect(stdout).toContain(`\n  ${prefix}-failing-2: `);
        expect(stdout).toMatch(/\nleft: nothing\n$/);
      });

      test('names what is left, and the command that finishes the work', async () => {
        const names = [`${prefix}-kept-1`, `${prefix}-kept-2`];
        const { code, stdout, stderr } = await run('kept', names, 'keep');
        expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
        expect(stdout).toContain('\nfailed: OperationFailed: ');
        for (const name of names) expect(stdout).toContain(`\nleft: Instance ${name}: `);
        expect(stdout).not.toContain('left: nothing');
        expect(stdout).toMatch(
          new RegExp(`\nto finish: lightsail-fleet delete ${prefix}-kept --owner \\S+ --region us-east-1\n$`),
        );
      });
    },
  });
});
