/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { RunningSimulator, SimulatorOptions } from '../../simulator/simulator';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { EXIT_CODES } from '../exit-codes';
import type { SimulatorFlags } from '../simulator/parse-simulator-flags';
import { parseSimulatorFlags } from '../simulator/parse-simulator-flags';
import { SIMULATOR_HELP } from '../simulator/simulator-help';
import { toStartError } from '../simulator/to-start-error';
import { untilAborted } from '../until-aborted';

export const simulatorCommand: CommandModule<SimulatorFlags> = {
  configure: (command) =>
    void command
      .option('--host <address>', 'address to listen on', '127.0.0.1')
      .option('--port <n>', 'port to listen on (0: any free one)', '4599')
      .option('--state-file <path>', 'keep the state in this file (else in memory)')
      .option('--speed <factor>', 'virtual seconds a second (0: stands still)', '1')
      .option('--seed <n>', 'of all that is drawn by chance in a new world (default: 1)')
      .addHelpText('after', SIMULATOR_HELP),

  async run({ context, options }) {
    const flags = parseSimulatorFlags(options);
    const stopped = untilAborted(context.listenForInterrupt());
    const simulator = await start(flags);
    announce(context, simulator.url, flags.speed);
    await stopped;
    await simulator.close();
    if (!context.json) context.say('simulator stopped');
    return EXIT_CODES.done;
  },
};

async function start(options: SimulatorOptions & { host: string; port: number }): Promise<RunningSimulator> {
  const { startSimulator } =
    require('../../simulator/simulator') as typeof import('../../simulator/simulator');
  try {
    return await startSimulator(options);
  } catch (error) {
    throw toStartError({ ...options, error });
  }
}

/** With `--json`, one line on stdout tells that it listens: what `dev` and a test wait for. */
function announce({ json, printJson, say }: CommandContext, url: string, speed: number): void {
  if (json) {
    printJson({ kind: 'ready', url });
    return;
  }
  const clock = speed === 0 ? 'its clock stands still' : `at ${String(speed)} times the clock`;
  say(`simulator listens on ${url}, ${clock}`);
  say(`  AWS CLI, SDKs and the worker find it with AWS_ENDPOINT_URL_LIGHTSAIL=${url}`);
  say(`  ledger, state and faults: ${url}/_simulator/{ledger,state,faults}`);
}
