import type { DeleteFleetInput, DeleteFleetResult } from '../../client';
import { askYesNo } from '../ask-yes-no';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets, type ConnectedFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { followRemoval } from '../follow-removal';
import { collectRegions } from '../parse-regions';
import { formatCount } from '../render/format-values';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { leftAloneLines, resourceLines, unreadLines } from '../render/removal-lines';
import { UsageError } from '../usage-error';
import { warnWithoutWorker } from '../warn-without-worker';

const EXAMPLES = `
Deletes a fleet that stands, or what is left of one, with the disks that were made with it. Finds by tags, never by name,
in every Region unless --region says where. Refuses what belongs to a run that goes on (lightsail-fleet cancel undoes
it). Of a run that failed or was terminated it waits for what a lost create may still make: minutes. Safe to repeat.
Ends with 0 when nothing is left, 3 when something is or a Region could not be read.

Examples:
  lightsail-fleet delete golden-20261123-203500-k3x9
  lightsail-fleet delete nightly --owner 0192f1c4-7a2b-7def-8000-1f2e3d4c5b6a --region us-east-1 --yes`;

interface DeleteOptions {
  owner?: string | undefined;
  region?: string[] | undefined;
  keepDisks?: boolean | undefined;
  yes?: boolean | undefined;
  detach?: boolean | undefined;
}

interface DeleteInput {
  context: CommandContext;
  connected: ConnectedFleets;
  request: DeleteFleetInput;
  signal: AbortSignal;
}

export const deleteCommand: CommandModule<DeleteOptions> = {
  configure: (command) =>
    void command
      .argument('[fleet-id]', 'id of the fleet; may be left out when --owner is given')
      .option('--owner <run-id>', 'only what this run made: the OWNER of sweep, or the owner tag')
      .option('--region <region>', 'where to look; may be repeated (default: every Region)', collectRegions)
      .option('--keep-disks', 'leave the disks of the instances')
      .option('-y, --yes', 'do not ask')
      .option('--detach', 'do not wait for the end')
      .addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [fleetId] }) {
    const request = toRequest(fleetId, options);
    requireConsent(context, options);
    const signal = context.listenForInterrupt();
    return withFleets(context, async (connected) => {
      const input: DeleteInput = { context, connected, request, signal };
      try {
        await warnWithoutWorker(context, connected);
        if (options.yes !== true && !(await confirm(input)))
          return signal.aborted ? EXIT_CODES.interrupted : EXIT_CODES.done;
        return await carryOut(input, options.detach === true);
      } catch (error) {
        if (!signal.aborted) throw error;
        context.say('stopped watching. What is under way goes on: the same command joins it again');
        return EXIT_CODES.interrupted;
      }
    });
  },
};

function toRequest(fleetId: string | undefined, options: DeleteOptions): DeleteFleetInput {
  if (fleetId === undefined && options.owner === undefined)
    throw new UsageError('expected a fleet id, --owner or both, got neither');
  return {
    ...(fleetId === undefined ? {} : { fleetId }),
    ...(options.owner === undefined ? {} : { ownerId: options.owner }),
    ...(options.region === undefined ? {} : { regions: options.region }),
    ...(options.keepDisks === true ? { disks: false } : {}),
  };
}

/** What is deleted does not come back, so somebody has to have said yes. */
function requireConsent({ stdin, stderr }: CommandContext, { yes }: DeleteOptions): void {
  if (yes === true || (stdin.isTTY === true && stderr.isTTY === true)) return;
  throw new UsageError(
    'delete asks before it deletes anything, and there is no terminal to ask on: add --yes',
  );
}

/** Shows what would go, by a run that only looks, and asks. */
async function confirm({ context, connected, request, signal }: DeleteInput): Promise<boolean> {
  const onProgress = followRemoval(context);
  const { result } = await connected.fleets.deleteFleet({
    request: { ...request, dryRun: true },
    signal,
    onProgress,
  });
  if (result === undefined || result.found.length === 0) {
    sayNothingFound(context, request, result);
    return false;
  }
  const width = context.stderr.isTTY === true ? (context.stderr.columns ?? DEFAULT_WIDTH) : Infinity;
  for (const line of resourceLines({ resources: result.found, width })) context.say(line);
  for (const line of unreadLines(result.unread)) context.say(line);
  const question = `delete ${formatCount(result.found.length, 'resource')}?`;
  const yes = await askYesNo({ context, question, signal });
  if (!yes) context.say('nothing was deleted');
  return yes;
}

async function carryOut(
  { context, connected, request, signal }: DeleteInput,
  detach: boolean,
): Promise<number> {
  const onProgress = followRemoval(context);
  const { started, result } = await connected.fleets.deleteFleet({ request, signal, onProgress, detach });
  if (result === undefined) {
    if (context.json) context.printJson({ kind: 'started', ...started });
    else context.say(`${started.workflowId} goes on. Join it with the same command without --detach`);
    return EXIT_CODES.done;
  }
  if (context.json) {
    context.printJson({ kind: 'ended', result });
    return EXIT_CODES.done;
  }
  if (result.removedCount === 0) sayNothingFound(context, request, result);
  else {
    const width = context.stdout.isTTY === true ? (context.stdout.columns ?? DEFAULT_WIDTH) : Infinity;
    for (const line of resourceLines({ resources: result.removed, width })) context.print(line);
    context.say(`${context.style.green('deleted:')} ${formatCount(result.removedCount, 'resource')}`);
  }
  for (const line of [...leftAloneLines(result.leftAlone), ...unreadLines(result.unread)]) context.say(line);
  return EXIT_CODES.done;
}

function sayNothingFound(
  context: CommandContext,
  { fleetId, ownerId }: DeleteFleetInput,
  result: DeleteFleetResult | undefined,
): void {
  const whose = [fleetId, ownerId === undefined ? undefined : `owner ${ownerId}`].filter(
    (one) => one !== undefined,
  );
  const looked = (result?.regions.length ?? 0) - (result?.unread.length ?? 0);
  const where = looked === 1 ? (result?.regions[0] ?? '') : `${String(looked)} Regions`;
  context.say(`nothing carries the tags of ${whose.join(', ')} in ${where}: there is nothing to delete`);
}
