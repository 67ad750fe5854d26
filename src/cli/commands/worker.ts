/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { CommandModule } from '../command-module';

const EXAMPLES = `
Logs are JSON on stderr, or for people with --pretty. The first Ctrl-C or SIGTERM drains, the second ends at once.

Example:
  TEMPORAL_ADDRESS=temporal.internal:7233 AWS_PROFILE=fleet lightsail-fleet worker`;

interface WorkerOptions {
  pretty?: boolean | undefined;
}

/** With `--json`, one line on stdout tells that it polls: what `dev` and a test wait for. */
export const workerCommand: CommandModule<WorkerOptions> = {
  configure: (command) => void command.option('--pretty', 'logs for people').addHelpText('after', EXAMPLES),

  run: ({ context, options }) => {
    const { runWorker } = require('../../worker') as typeof import('../../worker');
    return runWorker({
      env: context.env,
      temporal: context.temporal,
      pretty: options.pretty ?? (!context.json && context.stderr.isTTY === true),
      onReady: (ready) => {
        if (context.json) context.printJson({ kind: 'ready', ...ready });
      },
    });
  },
};
