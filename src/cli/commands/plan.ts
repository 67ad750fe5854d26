import { makeFleetId } from '../../client/make-fleet-id';
import { sourceOf } from '../../client/source-of';
import { withFleets } from '../connect-fleets';
import type { CommandModule } from '../command-module';
import { EXIT_CODES } from '../exit-codes';
import { planLines, planSummary } from '../render/plan-lines';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { retryLines } from '../render/retry-lines';
import { addFleetFlags, type FleetFlags } from '../request/fleet-flags';
import { readFleetRequest } from '../request/read-fleet-request';
import { createStyle, usesColor } from '../render/style';
import { sayWhileWaiting } from '../say-while-waiting';
import { warnWithoutWorker } from '../warn-without-worker';

const EXAMPLES = `
Example:
  lightsail-fleet plan --snapshot golden --zone us-east-1a --bundle nano_3_0 --name web-{index:03} --count 6`;

interface PlanOptions extends FleetFlags {
  color: boolean;
}

/** The plan is the result here, so it goes to stdout. */
export const planCommand: CommandModule<PlanOptions> = {
  configure: (command) => void addFleetFlags(command).addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const request = await readFleetRequest({ flags: options, stdin: context.stdin });
    return withFleets(context, async (connected) => {
      await warnWithoutWorker(context, connected);
      const { fleets } = connected;
      const workflowId = `plan-${makeFleetId({ source: sourceOf(request) })}`;
      const plan = await sayWhileWaiting({
        context,
        what: 'for the plan',
        awaited: fleets.planFleet({ request, workflowId }),
        findReasons: async () => retryLines(await fleets.findRetries({ workflowId })),
      });
      if (context.json) {
        context.printJson(plan);
        return EXIT_CODES.done;
      }
      const { stdout, env } = context;
      const color = usesColor({ isTty: stdout.isTTY === true, env, noColor: !options.color });
      const width = stdout.isTTY === true ? (stdout.columns ?? DEFAULT_WIDTH) : Infinity;
      for (const line of planLines({ plan, width, style: createStyle({ color }) })) context.print(line);
      context.print(planSummary(plan));
      return EXIT_CODES.done;
    });
  },
};
