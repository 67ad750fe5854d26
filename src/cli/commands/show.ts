import type { FleetView } from '../../client';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { createStyle, usesColor } from '../render/style';
import { uiLink } from '../render/ui-link';
import { viewLines } from '../render/view-lines';
import { addShowFlags, parseShowFlags, type ShowOptions, type ShownRows } from '../show-flags';
import { fleetTimeline } from '../timeline/fleet-timeline';
import { timelineHtml } from '../timeline/timeline-html';
import { timelineLines } from '../timeline/timeline-lines';
import { timelineSvg } from '../timeline/timeline-svg';
import { usesUnicode } from '../timeline/uses-unicode';
import { writeOutput } from '../write-output';

const EXAMPLES = `
State, instances, what came out and what to do next, and a timeline: a bar for each instance, from its create call over
the operation until it was ready, failed or removed. Files stand alone: no network, no scripts, light and dark.

Examples:
  lightsail-fleet show golden-20261123-203500-k3x9
  lightsail-fleet show golden-20261123-203500-k3x9 --html timeline.html
  lightsail-fleet show golden-20261123-203500-k3x9 --svg - > timeline.svg`;

/** Columns of the timeline where there is no terminal. */
const FILE_WIDTH = 120;

export const showCommand: CommandModule<ShowOptions> = {
  configure: (command) => void addShowFlags(command).addHelpText('after', EXAMPLES),

  async run({ context, options, operands: [fleetId = ''] }) {
    const rows = parseShowFlags(options);
    return withFleets(context, async ({ fleets }) => {
      const view = await fleets.getFleet({ fleetId });
      const shown: ShownView = { context, options, rows, view, now: new Date() };
      await writeFiles(shown);
      if (options.svg !== '-' && options.html !== '-') print(shown);
      return EXIT_CODES.done;
    });
  },
};

interface ShownView {
  context: CommandContext;
  options: ShowOptions;
  rows: ShownRows;
  view: FleetView;
  now: Date;
}

async function writeFiles({ context, options, rows, view, now }: ShownView): Promise<void> {
  const { stdout, say } = context;
  const kinds = [
    { flag: '--svg', file: options.svg, draw: timelineSvg },
    { flag: '--html', file: options.html, draw: timelineHtml },
  ];
  for (const { flag, file, draw } of kinds) {
    if (file === undefined) continue;
    const text = draw(fleetTimeline({ view, now, maxRows: rows.file }));
    await writeOutput({ flag, file, text, force: options.force === true, stdout });
    if (file !== '-') say(`wrote ${file}`);
  }
}

function print({ context, options, rows, view, now }: ShownView): void {
  const { stdout, env } = context;
  const { namespace, fleetId, runId } = view;
  const link = uiLink({ env, namespace, fleetId, runId });
  if (context.json) {
    context.printJson({ ...view, uiUrl: link });
    return;
  }
  const isTty = stdout.isTTY === true;
  const style = createStyle({ color: usesColor({ isTty, env, noColor: !options.color }) });
  const columns = isTty ? (stdout.columns ?? DEFAULT_WIDTH) : undefined;
  const timeline = timelineLines({
    timeline: fleetTimeline({ view, now, maxRows: rows.terminal }),
    ...{ width: columns ?? FILE_WIDTH, style },
    unicode: usesUnicode({ env, platform: process.platform }),
  });
  for (const line of viewLines({ view, width: columns ?? Infinity, style, now, link, timeline }))
    context.print(line);
}
