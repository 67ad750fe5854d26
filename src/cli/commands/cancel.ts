import type { FleetOutcome } from '../../client';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { followFleet } from '../follow-fleet';
import { reportInterrupted, reportOutcome } from '../report-outcome';

const EXAMPLES = `
Waits for the rollback and ends with 0 when nothing is left, 3 when something is.

Example:
  lightsail-fleet cancel golden-20261123-203500-k3x9`;

interface CancelOptions {
  detach?: boolean | undefined;
}

export const cancelCommand: CommandModule<CancelOptions> = {
  configure: (command) =>
    void command
      .argument('<fleet-id>', 'id of the fleet')
      .option('--detach', 'do not wait for the rollback')
      .addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [fleetId = ''] }) {
    const signal = context.listenForInterrupt();
    return withFleets(context, async ({ fleets }) => {
      const { runId } = await fleets.cancelFleet({ fleetId });
      if (context.json) {
        context.printJson({ kind: 'cancel-requested', at: new Date().toISOString(), fleetId, runId });
      } else {
        context.say(`fleet ${fleetId} is asked to stop and to remove what it made`);
      }
      if (options.detach === true) return EXIT_CODES.done;
      const end = await followFleet({ context, fleets, fleetId, signal });
      if (end === undefined) return reportInterrupted({ context, fleetId });
      return exitCodeOfCancel(
        context,
        end.outcome,
        reportOutcome({ context, fleetId, outcome: end.outcome }),
      );
    });
  },
};

/** Here the rollback is what was asked for. */
function exitCodeOfCancel(context: CommandContext, outcome: FleetOutcome, exitCode: number): number {
  if (outcome.kind === 'ready') {
    context.say('the fleet was ready before it heard of the cancellation: it stands');
    return EXIT_CODES.failed;
  }
  return exitCode === EXIT_CODES.rollbackIncomplete ? exitCode : EXIT_CODES.done;
}
