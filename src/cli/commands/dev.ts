/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import { ensureTemporalCli, localTemporalCliDependencies } from '../../dev-stack/temporal-cli';
import { describeExit } from '../../dev-stack/child-process';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { keepWorker } from '../dev/keep-worker';
import { makeDataDir } from '../dev/make-data-dir';
import type { Stack } from '../dev/stack';
import { EXIT_CODES } from '../exit-codes';
import { exportLine } from '../render/export-line';
import { ownName } from '../own-name';
import { parsePort, parsePositive } from '../parse-option';
import { printable } from '../render/printable';
import { untilAborted } from '../until-aborted';

const EXAMPLES = `
Everything listens on the loopback address only. Ctrl-C stops it all, in reverse order.

Examples:
  lightsail-fleet dev --data-dir .fleet-dev
  lightsail-fleet dev --temporal-port 0 --ui-port 0 --simulator-port 0 --speed 10 --json`;

/** Shortest look at the simulator, which costs nothing; the worker's own default is made for AWS. */
const POLL_SECONDS = '2';

interface DevOptions {
  temporalPort: string;
  uiPort: string;
  simulatorPort: string;
  dataDir?: string | undefined;
  speed: string;
}

export const devCommand: CommandModule<DevOptions> = {
  configure: (command) =>
    void command
      .option('--temporal-port <n>', 'port of Temporal (0: any free one)', '7233')
      .option('--ui-port <n>', "port of Temporal's web UI (0: any free one)", '8233')
      .option('--simulator-port <n>', 'port of the simulator (0: any free one)', '4599')
      .option('--data-dir <path>', 'keep runs and instances in this folder (default: in memory)')
      .option('--speed <factor>', 'how much faster than the clock instances move', '1')
      .addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const ports = {
      temporalPort: parsePort({ flag: '--temporal-port', text: options.temporalPort }),
      uiPort: parsePort({ flag: '--ui-port', text: options.uiPort }),
      simulatorPort: parsePort({ flag: '--simulator-port', text: options.simulatorPort }),
    };
    const speed = parsePositive({ flag: '--speed', text: options.speed });
    // Before Temporal is downloaded or built, which may take minutes.
    if (options.dataDir !== undefined) await makeDataDir(options.dataDir);
    const { path: temporalCli } = await ensureTemporalCli(localTemporalCliDependencies());
    const stopping = new AbortController();
    const interrupted = context.listenForInterrupt();
    const { startStack } = require('../dev/start-stack') as typeof import('../dev/start-stack');
    const stack = await startStack({
      env: context.env,
      temporalCli,
      ...ports,
      dataDir: options.dataDir,
      speed,
      workerEnv: { FLEET_POLL_SECONDS: context.env['FLEET_POLL_SECONDS'] ?? POLL_SECONDS },
      onOutput: ({ name, stream, line }) => {
        if (stream === 'stderr') context.say(`${context.style.dim(`${name} |`)} ${printable(line)}`);
      },
    });
    try {
      const keeping = keepWorker({
        stack,
        signal: stopping.signal,
        say: context.say,
        onStarted: () => {
          announce(context, stack);
        },
      });
      return await untilTheEnd({ context, stack, keeping, interrupted });
    } finally {
      stopping.abort();
      await stack.stop();
      context.say('all is stopped');
    }
  },
};

interface UntilTheEndInput {
  context: CommandContext;
  stack: Stack;
  keeping: Promise<void>;
  interrupted: AbortSignal;
}

async function untilTheEnd({ context, stack, keeping, interrupted }: UntilTheEndInput): Promise<number> {
  const end = await Promise.race([untilAborted(interrupted), stack.broken, keeping]);
  if (typeof end === 'object') {
    context.say(
      `${context.style.red('error:')} ${end.name} ended (${describeExit(end.exit)}): stopping the rest`,
    );
    return EXIT_CODES.failed;
  }
  context.say('stopping: worker, simulator, Temporal');
  return EXIT_CODES.done;
}

function announce({ json, printJson, say, style, env }: CommandContext, stack: Stack): void {
  const { temporalAddress, temporalHttpUrl, uiUrl, simulatorUrl, taskQueue } = stack;
  if (json) printJson({ temporalAddress, temporalHttpUrl, uiUrl, simulatorUrl, taskQueue });
  say(`${style.bold('Temporal')}   ${temporalAddress}, HTTP ${temporalHttpUrl}, UI ${style.cyan(uiUrl)}`);
  say(`${style.bold('simulator')}  ${simulatorUrl}`);
  say(`${style.bold('worker')}     polls task queue ${taskQueue}`);
  say('');
  say('In another terminal:');
  const variables = {
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_UI_URL: uiUrl,
    TEMPORAL_HTTP_URL: temporalHttpUrl,
  };
  say(`  ${exportLine({ variables })}`);
  say(
    `  ${ownName({ env })} clone --snapshot golden --zone us-east-1a --bundle nano_3_0 --name web-{index} --count 6`,
  );
  say('');
  say('Ctrl-C stops all of it.');
}
