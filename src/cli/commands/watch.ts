import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { followFleet } from '../follow-fleet';
import { reportInterrupted, reportOutcome } from '../report-outcome';

const EXAMPLES = `
Ends as the fleet does: 0 ready, 1 rolled back, 3 something left. Ctrl-C leaves the fleet running.

Example:
  lightsail-fleet watch golden-20261123-203500-k3x9`;

export const watchCommand: CommandModule<object> = {
  configure: (command) =>
    void command.argument('<fleet-id>', 'id of the fleet').addHelpText('after', EXAMPLES),

  async run({ context, operands: [fleetId = ''] }) {
    const signal = context.listenForInterrupt();
    return withFleets(context, async ({ fleets }) => {
      const end = await followFleet({ context, fleets, fleetId, signal });
      return end === undefined
        ? reportInterrupted({ context, fleetId })
        : reportOutcome({ context, fleetId, outcome: end.outcome });
    });
  },
};
