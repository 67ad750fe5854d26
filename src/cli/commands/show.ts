import type { FleetView } from '../../client';
import { fleetCommand } from '../../contract/fleet-command';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { failureLines } from '../render/failure-lines';
import { fleetLines } from '../render/fleet-lines';
import { formatTime } from '../render/format-values';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { resultLines, resultSummary } from '../render/result-lines';
import { rotationLines } from '../render/rotation-lines';
import { createStyle, usesColor } from '../render/style';
import { uiLink } from '../render/ui-link';

const EXAMPLES = `
Example:
  lightsail-fleet show golden-20261123-203500-k3x9`;

interface ShowOptions {
  color: boolean;
}

export const showCommand: CommandModule<ShowOptions> = {
  configure: (command) =>
    void command.argument('<fleet-id>', 'id of the fleet').addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [fleetId = ''] }) {
    return withFleets(context, async ({ fleets }) => {
      const view = await fleets.getFleet({ fleetId });
      const link = uiLink({ env: context.env, namespace: view.namespace, fleetId, runId: view.runId });
      if (context.json) context.printJson({ ...view, uiUrl: link });
      else for (const line of viewLines({ context, options, view, link })) context.print(line);
      return EXIT_CODES.done;
    });
  },
};

interface ViewLinesInput {
  context: CommandContext;
  options: ShowOptions;
  view: FleetView;
  link: string | undefined;
}

function viewLines({ context, options, view, link }: ViewLinesInput): string[] {
  const { stdout, env } = context;
  const isTty = stdout.isTTY === true;
  const style = createStyle({ color: usesColor({ isTty, env, noColor: !options.color }) });
  const width = isTty ? (stdout.columns ?? DEFAULT_WIDTH) : Infinity;
  // Everything is printed once, so the terminal's height does not matter.
  const lines = fleetLines({ view, width, height: Infinity, now: new Date(), style });
  const times = [
    `  started ${formatTime(view.startedAt)}`,
    ...(view.closedAt === undefined ? [] : [`  ended   ${formatTime(view.closedAt)}`]),
    ...(link === undefined ? [] : [`  in the UI ${link}`]),
  ];
  return [...lines, ...times, ...nextLines(view, width)];
}

/** What came out, and what to do next. */
function nextLines({ fleetId, outcome, workerSilent, progress }: FleetView, width: number): string[] {
  if (outcome === undefined) {
    const follow = [
      `watch it with: ${fleetCommand({ verb: 'watch', fleetId })}`,
      ...(progress?.state === 'rolling-back'
        ? []
        : [`stop it with:  ${fleetCommand({ verb: 'cancel', fleetId })}`]),
    ];
    return workerSilent ? ['no worker answers. Start one with: lightsail-fleet worker', ...follow] : follow;
  }
  if (outcome.kind === 'cancelled') return ['cancelled and rolled back: nothing is left'];
  if (outcome.kind === 'failed') return failureLines(outcome.failure);
  // With no worker to answer the query, the result still names the instances.
  const instances = progress === undefined ? resultLines({ result: outcome.result, width }) : [];
  const { rotation } = outcome.result;
  const rotated = rotation === undefined ? [] : rotationLines(rotation);
  return [resultSummary(outcome.result), ...instances, ...rotated];
}
