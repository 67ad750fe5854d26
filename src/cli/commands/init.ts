/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';

const EXAMPLES = `
Once for each namespace, before its first worker; safe to repeat. Temporal Cloud: add them in its own console or tcld.

Example:
  TEMPORAL_NAMESPACE=fleets lightsail-fleet init`;

export const initCommand: CommandModule<object> = {
  configure: (command) => void command.addHelpText('after', EXAMPLES),

  async run({ context }) {
    return withFleets(context, async ({ connection, namespace, address }) => {
      const { registerSearchAttributes } = require('../../client') as typeof import('../../client');
      const { registered, alreadyThere } = await registerSearchAttributes({ connection, namespace });
      if (context.json) {
        context.printJson({ address, namespace, registered, alreadyThere });
      } else {
        const list = (names: string[]) => (names.length === 0 ? 'none' : names.join(', '));
        context.say(`search attributes of namespace ${namespace} at ${address}:`);
        context.say(`  registered now:  ${list(registered)}`);
        context.say(`  there already:   ${list(alreadyThere)}`);
      }
      return EXIT_CODES.done;
    });
  },
};
