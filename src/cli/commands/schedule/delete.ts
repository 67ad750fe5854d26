import { askYesNo } from '../../ask-yes-no';
import type { CommandContext } from '../../command-context';
import type { CommandModule } from '../../command-module';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { UsageError } from '../../usage-error';

const EXAMPLES = `
Deletes the schedule alone. A run that goes on does so, and the fleets that it made stand and are billed until
lightsail-fleet delete.

Example:
  lightsail-fleet schedule delete nightly --yes`;

interface DeleteOptions {
  yes?: boolean | undefined;
}

export const deleteCommand: CommandModule<DeleteOptions> = {
  configure: (command) =>
    void command
      .argument('<schedule-id>', 'id of the schedule')
      .option('-y, --yes', 'do not ask')
      .addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [scheduleId = ''] }) {
    requireConsent(context, options);
    const signal = context.listenForInterrupt();
    return withFleets(context, async ({ fleets }) => {
      if (options.yes !== true) {
        // An id that is not there is said before anybody is asked.
        await fleets.schedules.get({ scheduleId });
        const question = `delete the schedule ${scheduleId}?`;
        if (!(await askYesNo({ context, question, signal }))) {
          context.say('nothing was deleted');
          return signal.aborted ? EXIT_CODES.interrupted : EXIT_CODES.done;
        }
      }
      const { running } = await fleets.schedules.delete({ scheduleId });
      if (context.json) {
        context.printJson({ kind: 'deleted', scheduleId, running });
        return EXIT_CODES.done;
      }
      context.say(`schedule ${scheduleId} is deleted. The fleets that it made stand, and are billed:`);
      context.say('  see them with lightsail-fleet list, delete one with lightsail-fleet delete <fleet id>');
      for (const fleetId of running)
        context.say(`  ${fleetId} goes on: lightsail-fleet cancel ${fleetId} undoes it`);
      return EXIT_CODES.done;
    });
  },
};

function requireConsent({ stdin, stderr }: CommandContext, { yes }: DeleteOptions): void {
  if (yes === true || (stdin.isTTY === true && stderr.isTTY === true)) return;
  throw new UsageError(
    'schedule delete asks before it deletes anything, and there is no terminal to ask on: add --yes',
  );
}
