/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import { describeExit } from '../../dev-stack/child-process';
import type { ChildOutput } from '../../dev-stack/spawn-child';
import { ensureTemporalCli, localTemporalCliDependencies } from '../../dev-stack/temporal-cli';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import type { Stack } from '../dev/stack';
import { EXIT_CODES } from '../exit-codes';
import { ownName } from '../own-name';
import { exportLine } from '../render/export-line';
import { printable } from '../render/printable';
import { untilAborted } from '../until-aborted';

const EXAMPLES = `
Needs no AWS account and touches none. It takes about a minute, on free ports of this machine.

Example:
  lightsail-fleet demo --keep`;

/** Operations of 15 to 25 s end after 3 to 5: the three scenes stay under a minute, and can still be followed. */
const SPEED = 5;

/** The worker looks every second at most: the simulator is free. A lost create lands at once or never. */
const WORKER_ENV = { FLEET_POLL_SECONDS: '1', FLEET_SETTLE_SECONDS: '3', LOG_LEVEL: 'warn' };

/** Lines of the children that are shown when the demo does not go as told. */
const KEPT_LINES = 30;

interface DemoOptions {
  keep?: boolean | undefined;
}

export const demoCommand: CommandModule<DemoOptions> = {
  configure: (command) =>
    void command.option('--keep', 'leave all of it running until Ctrl-C').addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const { path: temporalCli } = await ensureTemporalCli(localTemporalCliDependencies());
    const signal = context.listenForInterrupt();
    const lines: string[] = [];
    const { startStack } = require('../dev/start-stack') as typeof import('../dev/start-stack');
    const stack = await startStack({
      env: context.env,
      temporalCli,
      temporalPort: 0,
      uiPort: 0,
      simulatorPort: 0,
      speed: SPEED,
      workerEnv: WORKER_ENV,
      onOutput: (output) => {
        keep(lines, output);
      },
    });
    const { runDemo } = require('../demo/run-demo') as typeof import('../demo/run-demo');
    try {
      announce(context, stack);
      const exitCode = await Promise.race([
        runDemo({ context, stack, signal }),
        brokenStack(context, stack, signal),
      ]);
      if (exitCode === EXIT_CODES.failed) for (const line of lines) context.say(line);
      if (options.keep === true && !signal.aborted) await keepRunning(context, stack, signal);
      return exitCode;
    } finally {
      if (signal.aborted) context.say('stopping: worker, simulator, Temporal');
      await stack.stop();
    }
  },
};

function keep(lines: string[], { name, stream, line }: ChildOutput & { name: string }): void {
  if (stream !== 'stderr') return;
  lines.push(`${name} | ${printable(line)}`);
  if (lines.length > KEPT_LINES) lines.shift();
}

function announce({ json, printJson, say, style }: CommandContext, stack: Stack): void {
  const { temporalAddress, uiUrl, simulatorUrl, taskQueue } = stack;
  if (json) {
    printJson({
      kind: 'stack',
      at: new Date().toISOString(),
      temporalAddress,
      uiUrl,
      simulatorUrl,
      taskQueue,
    });
    return;
  }
  say(`Temporal at ${temporalAddress}, its UI at ${style.cyan(uiUrl)}`);
  say(`a local Lightsail at ${simulatorUrl}, ${String(SPEED)} times as fast as the real one`);
}

/** When a part of the stack dies there is nothing left to show. */
async function brokenStack(context: CommandContext, stack: Stack, signal: AbortSignal): Promise<number> {
  const { name, exit } = await stack.broken;
  // Ctrl-C has reached it as well: the demo itself says how it ends.
  if (signal.aborted) return EXIT_CODES.interrupted;
  context.say(`${context.style.red('error:')} ${name} ended (${describeExit(exit)})`);
  return EXIT_CODES.failed;
}

async function keepRunning({ say, env }: CommandContext, stack: Stack, signal: AbortSignal): Promise<void> {
  say('');
  say('all of it keeps running. In another terminal:');
  const variables = { TEMPORAL_ADDRESS: stack.temporalAddress, TEMPORAL_UI_URL: stack.uiUrl };
  say(`  ${exportLine({ variables })}`);
  say(`  ${ownName({ env })} list`);
  say('Ctrl-C ends it.');
  await Promise.race([untilAborted(signal), stack.broken]);
}
