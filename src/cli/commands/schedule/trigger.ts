import type { ProposedTrigger, TriggerScheduleResult } from '../../../client';
import { askYesNo } from '../../ask-yes-no';
import type { CommandContext } from '../../command-context';
import type { CommandModule } from '../../command-module';
import { sayPlan } from '../../confirm-plan';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { UsageError } from '../../usage-error';
import { warnWithoutWorker } from '../../warn-without-worker';

const EXAMPLES = `
The run is planned first, and refused if its names are taken; it keeps to the overlap policy of the schedule: where
that skips, the command ends with 2. What it would make, and delete of its group, is shown before it asks.

Example:
  lightsail-fleet schedule trigger nightly`;

interface TriggerOptions {
  yes?: boolean | undefined;
}

export const triggerCommand: CommandModule<TriggerOptions> = {
  configure: (command) =>
    void command
      .argument('<schedule-id>', 'id of the schedule')
      .option('-y, --yes', 'do not ask')
      .addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [scheduleId = ''] }) {
    requireConsent(context, options);
    const signal = context.listenForInterrupt();
    return withFleets(context, async (connected) => {
      await warnWithoutWorker(context, connected);
      const confirm = options.yes === true ? undefined : confirmOnTerminal(context, signal);
      const result = await connected.fleets.schedules.trigger({ scheduleId, confirm, signal });
      if (context.json) context.printJson(result);
      else sayResult({ context, result, scheduleId });
      return result.state === 'skipped' ? EXIT_CODES.invalid : EXIT_CODES.done;
    });
  },
};

interface SayResultInput {
  context: CommandContext;
  result: TriggerScheduleResult;
  scheduleId: string;
}

function sayResult({ context, result: { fleetId, state }, scheduleId }: SayResultInput): void {
  if (fleetId !== undefined) {
    context.print(fleetId);
    context.say(`started. Watch it with: lightsail-fleet watch ${fleetId}`);
  } else if (state === 'declined') context.say('nothing was started');
  else if (state === 'skipped')
    context.say('nothing was started: a run goes on, and the schedule skips what overlaps');
  else
    context.say(
      `it is started when the run that goes on has ended: lightsail-fleet schedule show ${scheduleId}`,
    );
}

/** A run costs money, and its rotation deletes, so somebody has to have said yes. */
function requireConsent({ stdin, stderr }: CommandContext, { yes }: TriggerOptions): void {
  if (yes === true || (stdin.isTTY === true && stderr.isTTY === true)) return;
  throw new UsageError(
    'schedule trigger asks before it starts a run, and there is no terminal to ask on: add --yes',
  );
}

function confirmOnTerminal(context: CommandContext, signal: AbortSignal) {
  return ({ plan, overlap }: ProposedTrigger) => {
    if (plan === undefined)
      context.say(`a run goes on: this one is not planned, and the overlap policy ${overlap} decides`);
    else sayPlan(context, plan);
    return askYesNo({ context, question: 'start it?', signal });
  };
}
