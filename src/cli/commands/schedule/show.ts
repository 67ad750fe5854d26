import type { CommandModule } from '../../command-module';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { DEFAULT_WIDTH } from '../../render/live-screen';
import { scheduleLines } from '../../render/schedule-lines';

const EXAMPLES = `
Example:
  lightsail-fleet schedule show nightly`;

export const showCommand: CommandModule = {
  configure: (command) =>
    void command.argument('<schedule-id>', 'id of the schedule').addHelpText('after', EXAMPLES),

  async run({ context, operands: [scheduleId = ''] }) {
    return withFleets(context, async ({ fleets }) => {
      const view = await fleets.schedules.get({ scheduleId });
      const width = context.stdout.isTTY === true ? (context.stdout.columns ?? DEFAULT_WIDTH) : Infinity;
      if (context.json) context.printJson(view);
      else for (const line of scheduleLines({ view, width })) context.print(line);
      return EXIT_CODES.done;
    });
  },
};
