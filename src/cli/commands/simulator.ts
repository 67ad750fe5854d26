import { startSimulator } from '../../simulator/simulator';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { EXIT_CODES } from '../exit-codes';
import { parsePort, parsePositive } from '../parse-option';
import { untilAborted } from '../until-aborted';

const EXAMPLES = `
Speaks Lightsail's wire protocol, so the AWS CLI and SDKs work with it:
  aws lightsail get-instances --endpoint-url http://127.0.0.1:4599 --region us-east-1

Example:
  lightsail-fleet simulator --port 4599 --state-file lightsail.json --speed 10`;

interface SimulatorOptions {
  host: string;
  port: string;
  stateFile?: string | undefined;
  speed: string;
  seed?: string | undefined;
}

export const simulatorCommand: CommandModule<SimulatorOptions> = {
  configure: (command) =>
    void command
      .option('--host <address>', 'address to listen on', '127.0.0.1')
      .option('--port <n>', 'port to listen on (0: any free one)', '4599')
      .option(
        '--state-file <path>',
        'keep the state in this file; a killed simulator loses nothing it acknowledged',
      )
      .option('--speed <factor>', 'how much faster than the clock instances move', '1')
      .option('--seed <n>', 'seed of durations and faults')
      .addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const port = parsePort({ flag: '--port', text: options.port });
    const speed = parsePositive({ flag: '--speed', text: options.speed });
    const seed =
      options.seed === undefined ? undefined : parsePositive({ flag: '--seed', text: options.seed });
    const stopped = untilAborted(context.listenForInterrupt());
    const simulator = await startSimulator({
      host: options.host,
      port,
      speed,
      ...(options.stateFile === undefined ? {} : { stateFile: options.stateFile }),
      ...(seed === undefined ? {} : { seed }),
    });
    announce(context, simulator.url, speed);
    await stopped;
    await simulator.close();
    if (!context.json) context.say('simulator stopped');
    return EXIT_CODES.done;
  },
};

/** With `--json`, one line on stdout tells that it listens: what `dev` and a test wait for. */
function announce({ json, printJson, say }: CommandContext, url: string, speed: number): void {
  if (json) {
    printJson({ kind: 'ready', url });
    return;
  }
  say(`simulator listens on ${url}, at ${String(speed)} times the clock`);
  say(`  the worker finds it with AWS_ENDPOINT_URL_LIGHTSAIL=${url}`);
  say(`  ledger, state and faults: ${url}/_simulator/{ledger,state,faults}`);
}
