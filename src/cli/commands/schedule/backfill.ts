import type { OverlapPolicy, ProposedBackfill } from '../../../client';
import { askYesNo } from '../../ask-yes-no';
import type { CommandContext } from '../../command-context';
import type { CommandModule } from '../../command-module';
import { sayPlan } from '../../confirm-plan';
import { withFleets } from '../../connect-fleets';
import { EXIT_CODES } from '../../exit-codes';
import { formatCount, formatPrice, formatTime } from '../../render/format-values';
import { UsageError } from '../../usage-error';
import { warnWithoutWorker } from '../../warn-without-worker';

const EXAMPLES = `
Each run is planned first, and has the names and the id of the time that it was due. Ten at the most.
Refused for a schedule with --group: what is made now would pass for the newest of it.

Example:
  lightsail-fleet schedule backfill nightly --from 2026-11-23T00:00:00Z --to 2026-11-24T23:59:59Z`;

interface BackfillOptions {
  from?: string | undefined;
  to?: string | undefined;
  overlap?: string | undefined;
  yes?: boolean | undefined;
}

export const backfillCommand: CommandModule<BackfillOptions> = {
  configure: (command) =>
    void command
      .argument('<schedule-id>', 'id of the schedule')
      .option('--from <time>', 'begin of the time that has passed, ISO 8601 (required)')
      .option('--to <time>', 'its end (required)')
      .option(
        '--overlap <policy>',
        'buffer-all (default: one after another), skip, buffer-one, cancel-other, allow-all',
      )
      .option('-y, --yes', 'do not ask')
      .addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [scheduleId = ''] }) {
    const { from, to } = requireTimes(options);
    requireConsent(context, options);
    const signal = context.listenForInterrupt();
    return withFleets(context, async (connected) => {
      await warnWithoutWorker(context, connected);
      const confirm = options.yes === true ? undefined : confirmOnTerminal(context, signal);
      const overlap = options.overlap === undefined ? {} : { overlap: options.overlap as OverlapPolicy };
      const input = { scheduleId, from, to, ...overlap, confirm, signal };
      const result = await connected.fleets.schedules.backfill(input);
      if (context.json) context.printJson(result);
      else if (!result.started) context.say('nothing was started');
      else
        context.say(
          `${formatCount(result.runs.length, 'run')} will be started. Follow them with: lightsail-fleet schedule show ${scheduleId}`,
        );
      return EXIT_CODES.done;
    });
  },
};

/** Not by commander, which would ask for them before it tells of `--form` that `--from` is near. */
function requireTimes({ from, to }: BackfillOptions): { from: string; to: string } {
  if (from !== undefined && to !== undefined) return { from, to };
  const missing = [...(from === undefined ? ['--from'] : []), ...(to === undefined ? ['--to'] : [])];
  throw new UsageError(`${missing.join(' and ')}: expected a time such as 2026-11-23T00:00:00Z, got nothing`);
}

function requireConsent({ stdin, stderr }: CommandContext, { yes }: BackfillOptions): void {
  if (yes === true || (stdin.isTTY === true && stderr.isTTY === true)) return;
  throw new UsageError(
    'schedule backfill asks before it makes anything, and there is no terminal to ask on: add --yes',
  );
}

function confirmOnTerminal(context: CommandContext, signal: AbortSignal) {
  return ({ runs, plan }: ProposedBackfill) => {
    sayPlan(context, plan);
    const each = `${formatPrice(plan.monthlyPriceUsd)} each`;
    context.say(`  due      ${runs.map(formatTime).join(', ')}: ${formatCount(runs.length, 'run')}, ${each}`);
    return askYesNo({ context, question: 'make them?', signal });
  };
}
