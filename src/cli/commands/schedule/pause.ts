import type { CommandModule } from '../../command-module';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';

const EXAMPLES = `
A run that goes on does so, and what stands stays.

Example:
  lightsail-fleet schedule pause nightly --note "the snapshot is being renewed"`;

interface PauseOptions {
  note?: string | undefined;
}

export const pauseCommand: CommandModule<PauseOptions> = {
  configure: (command) =>
    void command
      .argument('<schedule-id>', 'id of the schedule')
      .option('--note <text>', 'why, for the next person who looks')
      .addHelpText('after', EXAMPLES),

  async run({ context, options: { note }, operands: [scheduleId = ''] }) {
    return withFleets(context, async ({ fleets }) => {
      await fleets.schedules.pause({ scheduleId, note });
      if (context.json) context.printJson({ kind: 'paused', scheduleId });
      else
        context.say(
          `schedule ${scheduleId} is paused: no run is started until: lightsail-fleet schedule resume ${scheduleId}`,
        );
      return EXIT_CODES.done;
    });
  },
};
