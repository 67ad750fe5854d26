import type { CancelFleetResult, FleetOutcome } from '../../client';
import { fleetCommand } from '../../contract/fleet-command';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { followFleet } from '../follow-fleet';
import { reportInterrupted, reportOutcome } from '../report-outcome';

const EXAMPLES = `
Waits for the rollback and ends with 0 when nothing is left, 3 when something is. A fleet that is ready and rotates its
group stands all the same, and no further older fleet is deleted: the command says so, and ends with 3.

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
      const cancelled = await fleets.cancelFleet({ fleetId });
      if (context.json) {
        context.printJson({ kind: 'cancel-requested', at: new Date().toISOString(), fleetId, ...cancelled });
      } else context.say(textOfRequest({ ...cancelled, fleetId }));
      if (options.detach === true) return EXIT_CODES.done;
      const end = await followFleet({ context, fleets, fleetId, signal });
      if (end === undefined) return reportInterrupted({ context, fleetId });
      const exitCode = reportOutcome({ context, fleetId, outcome: end.outcome });
      if (end.outcome.kind === 'ready') context.say(textOfStanding(fleetId));
      return exitCodeOfCancel({ outcome: end.outcome, exitCode });
    });
  },
};

/** What the request will come to, so that nobody waits for a removal that does not come. */
function textOfRequest({ fleetId, rotates }: CancelFleetResult & { fleetId: string }): string {
  if (rotates !== true) return `fleet ${fleetId} is asked to stop and to remove what it made`;
  return `fleet ${fleetId} is ready and rotates its group: it stands, and no other older fleet is begun to be deleted`;
}

function textOfStanding(fleetId: string): string {
  const command = fleetCommand({ verb: 'delete', fleetId });
  return `the fleet was ready before it heard of the cancellation: it stands, and is billed. To remove it, run: ${command}`;
}

/** Here the rollback is what was asked for, and a fleet that stands is something that is left. */
export function exitCodeOfCancel({ outcome, exitCode }: { outcome: FleetOutcome; exitCode: number }): number {
  if (outcome.kind === 'ready') return EXIT_CODES.rollbackIncomplete;
  return exitCode === EXIT_CODES.rollbackIncomplete ? exitCode : EXIT_CODES.done;
}
