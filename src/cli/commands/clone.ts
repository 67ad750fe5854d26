import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { fleetCommand } from '../../contract/fleet-command';
import type { FleetPlan } from '../../contract/fleet-plan';
import { makeFleetId } from '../../client/make-fleet-id';
import { sourceOf } from '../../client/source-of';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets, type ConnectedFleets } from '../connect-fleets';
import { confirmPlan, requireConsent, sayPlan } from '../confirm-plan';
import { EXIT_CODES } from '../exit-codes';
import { followFleet } from '../follow-fleet';
import { retryLines } from '../render/retry-lines';
import { uiLink } from '../render/ui-link';
import { reportInterrupted, reportOutcome } from '../report-outcome';
import { addFleetFlags, type FleetFlags } from '../request/fleet-flags';
import { readFleetRequest } from '../request/read-fleet-request';
import { sayWhileWaiting } from '../say-while-waiting';
import { warnWithoutWorker } from '../warn-without-worker';

const EXAMPLES = `
Examples:
  lightsail-fleet clone --snapshot golden --zone us-east-1a --bundle nano_3_0 --name web-{index:03} --count 6
  lightsail-fleet clone --file fleet.yaml --count 12 --yes --detach
  lightsail-fleet clone --file request.json     (what aws --cli-input-json takes is a valid request)

A second clone with the same --id joins the first one while it runs.`;

interface CloneOptions extends FleetFlags {
  id?: string | undefined;
  yes?: boolean | undefined;
  detach?: boolean | undefined;
}

interface CloneInput {
  context: CommandContext;
  connected: ConnectedFleets;
  request: CloneFleetInput;
  fleetId: string;
  signal: AbortSignal;
}

export const cloneCommand: CommandModule<CloneOptions> = {
  configure: (command) =>
    void addFleetFlags(command)
      .option(
        '--id <fleet-id>',
        'id of the fleet, to make the start safe to repeat (default: from source and time)',
      )
      .option('-y, --yes', 'do not ask')
      .option('--detach', 'print the id when the plan is accepted, and leave')
      .addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const request = await readFleetRequest({ flags: options, fleetId: options.id, stdin: context.stdin });
    requireConsent(context, options);
    const fleetId = options.id ?? makeFleetId({ source: sourceOf(request) });
    const signal = context.listenForInterrupt();
    return withFleets(context, async (connected) => {
      const input: CloneInput = { context, connected, request, fleetId, signal };
      if (options.yes !== true && !(await unlessInterrupted(signal, confirmPlan(input)))) {
        context.say('nothing was made');
        return signal.aborted ? EXIT_CODES.interrupted : EXIT_CODES.done;
      }
      const started = await unlessInterrupted(signal, start(input));
      if (started === undefined) return reportInterrupted({ context, fleetId });
      const { runId, plan } = started;
      announce({ ...input, runId, plan, showPlan: options.yes === true });
      if (options.detach === true) return detach(input, runId);
      const end = await followFleet({ context, fleets: connected.fleets, fleetId, signal });
      return end === undefined
        ? reportInterrupted({ context, fleetId })
        : reportOutcome({ context, fleetId, outcome: end.outcome });
    });
  },
};

/** What was awaited, or undefined when Ctrl-C ended it. */
async function unlessInterrupted<Result>(
  signal: AbortSignal,
  awaited: Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await awaited;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Starts, and waits until the request is accepted or refused; without a worker nobody can tell, so it only starts. */
async function start(input: CloneInput): Promise<{ runId: string; plan?: FleetPlan }> {
  const { context, connected, request, fleetId, signal } = input;
  const { hasWorker } = await warnWithoutWorker(context, connected);
  return hasWorker
    ? sayWhileWaiting({
        context,
        what: 'for the request to be accepted',
        awaited: connected.fleets.awaitPlan({ request, fleetId, signal }),
        findReasons: async () => retryLines(await connected.fleets.findRetries({ workflowId: fleetId })),
      })
    : connected.fleets.startFleet({ request, fleetId });
}

interface AnnounceInput extends CloneInput {
  runId: string;
  plan: FleetPlan | undefined;
  showPlan: boolean;
}

function announce({ context, connected, fleetId, runId, plan, showPlan }: AnnounceInput): void {
  const link = uiLink({ env: context.env, namespace: connected.namespace, fleetId, runId });
  if (context.json) {
    context.printJson({ kind: 'started', at: new Date().toISOString(), fleetId, runId, plan, uiUrl: link });
    return;
  }
  context.say(`fleet ${context.style.bold(fleetId)}${plan === undefined ? '' : ': accepted'}`);
  if (plan !== undefined && showPlan) sayPlan(context, plan);
  if (link !== undefined) context.say(`  ${context.style.dim('in the UI')} ${link}`);
}

/** With `--json` the event `started` has said it. */
function detach({ context, fleetId }: CloneInput, runId: string): number {
  if (!context.json) {
    context.print(fleetId);
    context.say(`run ${runId} goes on. Watch it with: ${fleetCommand({ verb: 'watch', fleetId })}`);
  }
  return EXIT_CODES.done;
}
