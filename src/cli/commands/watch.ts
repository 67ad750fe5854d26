import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { followFleet, type Alongside } from '../follow-fleet';
import { uiLink } from '../render/ui-link';
import { reportInterrupted, reportOutcome } from '../report-outcome';

const EXAMPLES = `
Looks once a second. Goes on when no worker answers, and through five minutes without the server. On a terminal it draws
in place, in a log it writes what changed, with --json an event a line on stdout: progress, interrupted, resumed, ended.
Ends as the fleet does: 0 ready, 1 rolled back, 3 something left. Ctrl-C leaves the fleet running, and ends with 130.

Examples:
  lightsail-fleet watch golden-20261123-203500-k3x9
  lightsail-fleet watch golden-20261123-203500-k3x9 --json | jq -r 'select(.progress) | .progress.state'`;

export const watchCommand: CommandModule<object> = {
  configure: (command) =>
    void command.argument('<fleet-id>', 'id of the fleet').addHelpText('after', EXAMPLES),

  async run({ context, operands: [fleetId = ''] }) {
    const signal = context.listenForInterrupt();
    return withFleets(context, async ({ fleets, namespace }) => {
      let isLinked = context.json;
      const alongside: Alongside = (event, say) => {
        if (isLinked || !('view' in event)) return;
        isLinked = true;
        const link = uiLink({ env: context.env, namespace, fleetId, runId: event.view.runId });
        if (link !== undefined) say(`in the UI ${link}`);
      };
      const end = await followFleet({ context, fleets, fleetId, signal, alongside });
      return end === undefined
        ? reportInterrupted({ context, fleetId })
        : reportOutcome({ context, fleetId, outcome: end.outcome });
    });
  },
};
