import type { CommandModule } from '../../command-module';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { warnWithoutWorker } from '../../warn-without-worker';

const EXAMPLES = `
The run is planned first, and refused if its names are taken; it keeps to the overlap policy of the schedule: where
that skips, the command ends with 2.

Example:
  lightsail-fleet schedule trigger nightly`;

export const triggerCommand: CommandModule = {
  configure: (command) =>
    void command.argument('<schedule-id>', 'id of the schedule').addHelpText('after', EXAMPLES),

  async run({ context, operands: [scheduleId = ''] }) {
    return withFleets(context, async (connected) => {
      await warnWithoutWorker(context, connected);
      const result = await connected.fleets.schedules.trigger({ scheduleId });
      if (context.json) context.printJson(result);
      else if (result.fleetId !== undefined) {
        context.print(result.fleetId);
        context.say(`started. Watch it with: lightsail-fleet watch ${result.fleetId}`);
      } else if (result.state === 'skipped')
        context.say('nothing was started: a run goes on, and the schedule skips what overlaps');
      else
        context.say(
          `it is started when the run that goes on has ended: lightsail-fleet schedule show ${scheduleId}`,
        );
      return result.state === 'skipped' ? EXIT_CODES.invalid : EXIT_CODES.done;
    });
  },
};
