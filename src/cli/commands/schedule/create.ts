import type { ProposedSchedule } from '../../../client';
import { InvalidRequestError } from '../../../client/client-errors';
import { askYesNo } from '../../ask-yes-no';
import type { CommandContext } from '../../command-context';
import type { CommandModule } from '../../command-module';
import { sayPlan } from '../../confirm-plan';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { proposedLines } from '../../render/schedule-lines';
import { readScheduleInput, type ScheduleFlags } from '../../request/read-schedule-input';
import { addFleetFlags } from '../../request/fleet-flags';
import { UsageError } from '../../usage-error';
import { warnWithoutWorker } from '../../warn-without-worker';

const EXAMPLES = `
The id of each fleet is that of the schedule and the time it was due: nightly-2026-11-25T02:00:00Z. Its names must
differ from run to run, so give {date} (and {time}, more than once a day) or {run}; both are of the time it was due, UTC.
Before anything is created the next two runs are planned, which takes a worker, and names, price and group are checked.

Examples:
  lightsail-fleet schedule create nightly --cron '0 2 * * *' --time-zone Europe/Berlin --snapshot golden \\
    --zone us-east-1a --bundle nano_3_0 --name 'web-{date}-{time}-{index:02}' --count 6 --group web --keep-last 2
  lightsail-fleet schedule create weekly --calendar '{"dayOfWeek":"MONDAY","hour":6}' --file fleet.yaml --max-runs 4`;

interface CreateOptions extends ScheduleFlags {
  yes?: boolean | undefined;
}

const collect = (value: string, previous: string[] | undefined): string[] => [...(previous ?? []), value];

export const createCommand: CommandModule<CreateOptions> = {
  configure: (command) =>
    void addFleetFlags(
      command
        .argument('<schedule-id>', 'id of the schedule, with which the ids of its fleets begin')
        .option('--cron <expression>', "when, as cron: '0 2 * * *' (again for more)", collect)
        .option('--calendar <json>', 'when, as a CalendarSpec of Temporal (again for more)', collect)
        .option('--time-zone <name>', 'of these times, such as Europe/Berlin (default UTC)')
        .option('--jitter <time>', 'begin up to so much later, at random: 90s, 10m')
        .option('--start-at <time>', 'nothing before: 2026-12-01T00:00:00Z')
        .option('--end-at <time>', 'nothing after')
        .option(
          '--overlap <policy>',
          'while a run goes on: skip (default), buffer-one, buffer-all, cancel-other, allow-all',
        )
        .option(
          '--catch-up <time>',
          'make up for runs that a stopped server missed, for so long (default 10m)',
        )
        .option('--no-pause-on-failure', 'go on after a run that failed')
        .option('--max-runs <n>', 'end after so many runs')
        .option('--note <text>', 'for people')
        .option('--paused', 'begin paused'),
    )
      .option('-y, --yes', 'do not ask')
      .addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [scheduleId = ''] }) {
    const { schedule, problems } = await readScheduleInput({
      scheduleId,
      flags: options,
      stdin: context.stdin,
    });
    if (problems.length > 0) throw new InvalidRequestError(problems);
    requireConsent(context, options);
    const signal = context.listenForInterrupt();
    return withFleets(context, async (connected) => {
      await warnWithoutWorker(context, connected);
      context.say('planning the next runs');
      const confirm = options.yes === true ? undefined : confirmOnTerminal(context, signal);
      try {
        const result = await connected.fleets.schedules.create({ schedule, confirm, signal });
        if (context.json) context.printJson({ kind: result.created ? 'created' : 'not-created', ...result });
        else if (!result.created) context.say('no schedule was created');
        else {
          if (confirm === undefined) sayProposed(context, result);
          context.print(scheduleId);
          context.say(`schedule ${scheduleId} is created. See: lightsail-fleet schedule show ${scheduleId}`);
        }
        return EXIT_CODES.done;
      } catch (error) {
        if (!signal.aborted) throw error;
        context.say(`interrupted. Whether it was created tells: lightsail-fleet schedule show ${scheduleId}`);
        return EXIT_CODES.interrupted;
      }
    });
  },
};

/** Every run costs money, so somebody has to have said yes. */
function requireConsent({ stdin, stderr }: CommandContext, { yes, file }: CreateOptions): void {
  if (yes === true) return;
  if (file !== '-' && stdin.isTTY === true && stderr.isTTY === true) return;
  throw new UsageError(
    'schedule create asks before it creates anything, and there is nothing to ask on: add --yes',
  );
}

function confirmOnTerminal(context: CommandContext, signal: AbortSignal) {
  return (proposed: ProposedSchedule) => {
    sayProposed(context, proposed);
    return askYesNo({ context, question: 'create the schedule?', signal });
  };
}

function sayProposed(context: CommandContext, proposed: ProposedSchedule): void {
  sayPlan(context, proposed.plan);
  for (const line of proposedLines(proposed)) context.say(line);
}
