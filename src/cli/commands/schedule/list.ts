import type { CommandModule } from '../../command-module';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { DEFAULT_WIDTH } from '../../render/live-screen';
import { scheduleTable } from '../../render/schedule-lines';

const EXAMPLES = `
Examples:
  lightsail-fleet schedule list
  lightsail-fleet schedule list --json | jq -r '.schedules[] | select(.paused) | .scheduleId'`;

export const listCommand: CommandModule = {
  configure: (command) => void command.addHelpText('after', EXAMPLES),

  async run({ context }) {
    return withFleets(context, async ({ fleets, namespace }) => {
      const listed = await fleets.schedules.list();
      if (context.json) {
        context.printJson(listed);
        return EXIT_CODES.done;
      }
      if (listed.schedules.length === 0) {
        context.say(
          `no schedules in namespace ${namespace}. Create one with: lightsail-fleet schedule create --help`,
        );
        return EXIT_CODES.done;
      }
      const width = context.stdout.isTTY === true ? (context.stdout.columns ?? DEFAULT_WIDTH) : Infinity;
      for (const line of scheduleTable({ ...listed, width })) context.print(line);
      if (listed.more) context.say(`there are more than ${String(listed.schedules.length)}`);
      return EXIT_CODES.done;
    });
  },
};
