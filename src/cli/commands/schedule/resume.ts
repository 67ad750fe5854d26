import type { CommandModule } from '../../command-module';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';

const EXAMPLES = `
Runs that were due meanwhile are not made up for: see schedule backfill.

Example:
  lightsail-fleet schedule resume nightly --note "the quota was raised"`;

interface ResumeOptions {
  note?: string | undefined;
}

export const resumeCommand: CommandModule<ResumeOptions> = {
  configure: (command) =>
    void command
      .argument('<schedule-id>', 'id of the schedule')
      .option('--note <text>', 'why, for the next person who looks')
      .addHelpText('after', EXAMPLES),

  async run({ context, options: { note }, operands: [scheduleId = ''] }) {
    return withFleets(context, async ({ fleets }) => {
      await fleets.schedules.resume({ scheduleId, note });
      if (context.json) context.printJson({ kind: 'resumed', scheduleId });
      else
        context.say(
          `schedule ${scheduleId} is resumed: runs are started again, from the next time on. See: lightsail-fleet schedule show ${scheduleId}`,
        );
      return EXIT_CODES.done;
    });
  },
};
