/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { CommandModule } from '../command-module';
import { EXIT_CODES } from '../exit-codes';

const EXAMPLES = `
Once for each namespace, before its first worker; safe to repeat. Temporal Cloud: add them in its own console or tcld.

Example:
  TEMPORAL_NAMESPACE=fleets lightsail-fleet init`;

export const initCommand: CommandModule<object> = {
  configure: (command) => void command.addHelpText('after', EXAMPLES),

  async run({ context }) {
    const { connectClient } =
      require('../../temporal-connection') as typeof import('../../temporal-connection');
    const connected = await connectClient({ env: context.env, flags: context.temporal });
    const { connection, namespace, address } = connected;
    try {
      // That file alone: of fleets nothing is asked, and the whole client takes half as long again to load.
      const { registerSearchAttributes } =
        require('../../client/register-search-attributes') as typeof import('../../client/register-search-attributes');
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
    } finally {
      await connected.close();
    }
  },
};
