/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { SweepFleetsInput, SweepFleetsResult } from '../../client';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { followRemoval } from '../follow-removal';
import { collectRegions } from '../parse-regions';
import { failureLines } from '../render/failure-lines';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { leftAloneLines, unreadLines } from '../render/removal-lines';
import { sweepLines, sweepNextSteps, sweepSummary } from '../render/sweep-lines';
import { UsageError } from '../usage-error';
import { warnWithoutWorker } from '../warn-without-worker';

const EXAMPLES = `
States: running and standing fleets are never touched; survivor: the run failed or was cancelled; terminated: it was
ended from outside; expired: no run is known, so it may be a standing fleet older than the namespace's retention, or one
of another namespace. Without --delete it only reports; with it, it deletes without asking. Ends with 3 when something
could not be deleted or read.

Examples:
  lightsail-fleet sweep
  lightsail-fleet sweep --delete --min-age 48h --region us-east-1`;

interface SweepOptions {
  delete?: boolean | undefined;
  minAge?: string | undefined;
  includeExpired?: boolean | undefined;
  region?: string[] | undefined;
}

export const sweepCommand: CommandModule<SweepOptions> = {
  configure: (command) =>
    void command
      .option('--delete', 'delete what is found, instead of reporting it')
      .option('--min-age <time>', 'leave what is younger: 90m, 24h, 7d (default 24h)')
      .option('--include-expired', 'with --delete, also what no run is known of')
      .option('--region <region>', 'where to look; may be repeated (default: every Region)', collectRegions)
      .addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const request = toRequest(options);
    const signal = context.listenForInterrupt();
    return withFleets(context, async (connected) => {
      try {
        await warnWithoutWorker(context, connected);
        const onProgress = followRemoval(context);
        const { result } = await connected.fleets.sweepFleets({ request, signal, onProgress });
        return result === undefined ? EXIT_CODES.done : report(context, result);
      } catch (error) {
        if (!signal.aborted) throw error;
        context.say('stopped watching. What is under way goes on: the same command joins it again');
        return EXIT_CODES.interrupted;
      }
    });
  },
};

function toRequest({ region, minAge, includeExpired, ...options }: SweepOptions): SweepFleetsInput {
  return {
    ...(region === undefined ? {} : { regions: region }),
    ...(options.delete === true ? { delete: true } : {}),
    ...(minAge === undefined ? {} : { minimumAgeHours: parseAge(minAge) }),
    ...(includeExpired === true ? { includeExpired } : {}),
  };
}

const HOURS = { m: 1 / 60, h: 1, d: 24 } as const;

function parseAge(text: string): number {
  const [, number = '', unit = 'h'] = /^(\d+(?:\.\d+)?)([mhd])?$/.exec(text) ?? [];
  if (number === '')
    throw new UsageError(`--min-age: expected a time such as 90m, 24h or 7d, got ${JSON.stringify(text)}`);
  const { MAX_AGE_HOURS } =
    require('../../contract/sweep-fleets-input') as typeof import('../../contract/sweep-fleets-input');
  const hours = Number(number) * HOURS[unit as keyof typeof HOURS];
  if (hours > MAX_AGE_HOURS) {
    const most = String(MAX_AGE_HOURS);
    throw new UsageError(
      `--min-age: expected at most ${most}h (${String(MAX_AGE_HOURS / 24)}d), got ${JSON.stringify(text)}`,
    );
  }
  return hours;
}

function report(context: CommandContext, result: SweepFleetsResult): number {
  const incomplete = result.survivors.length > 0;
  const isBlind = result.unread.some(({ notEnabled }) => notEnabled !== true);
  const exitCode = incomplete || isBlind ? EXIT_CODES.rollbackIncomplete : EXIT_CODES.done;
  if (context.json) {
    context.printJson({ kind: 'ended', result });
    return exitCode;
  }
  const { style, stdout } = context;
  const width = stdout.isTTY === true ? (stdout.columns ?? DEFAULT_WIDTH) : Infinity;
  if (result.groups.length > 0)
    for (const line of sweepLines({ result, width, now: new Date() })) context.print(line);
  for (const line of [sweepSummary(result), ...sweepNextSteps(result)]) context.say(line);
  if (result.more) context.say('there are more than one sweep takes: sweep again');
  for (const line of [...unreadLines(result.unread), ...leftAloneLines(result.leftAlone)]) context.say(line);
  if (incomplete) {
    const details = { fleetId: '', survivors: result.survivors };
    const message = 'not all could be deleted. When the cause is mended, sweep again';
    const lines = failureLines({ type: 'RollbackIncomplete', message, details });
    context.say(style.red(lines[0] ?? ''));
    for (const line of lines.slice(1)) context.say(line);
  }
  return exitCode;
}
