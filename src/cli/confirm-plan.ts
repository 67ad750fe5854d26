import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetPlan } from '../contract/fleet-plan';
import { askYesNo } from './ask-yes-no';
import type { CommandContext } from './command-context';
import type { ConnectedFleets } from './connect-fleets';
import { terminalSize } from './render/live-screen';
import { planLines } from './render/plan-lines';
import { UsageError } from './usage-error';
import { warnWithoutWorker } from './warn-without-worker';

export interface ConsentFlags {
  yes?: boolean | undefined;
  file?: string | undefined;
}

/** Instances cost money, so somebody has to have said yes: at the terminal, or on the command line. */
export function requireConsent({ stdin, stderr }: CommandContext, { yes, file }: ConsentFlags): void {
  if (yes === true) return;
  if (file === '-')
    throw new UsageError('clone asks before it makes anything, but stdin is the request: add --yes');
  if (stdin.isTTY !== true || stderr.isTTY !== true) {
    throw new UsageError(
      'clone asks before it makes anything, and there is no terminal to ask on: add --yes',
    );
  }
}

export interface ConfirmPlanInput {
  context: CommandContext;
  connected: ConnectedFleets;
  request: CloneFleetInput;
  signal: AbortSignal;
}

/** Shows the plan, made by a run of its own that writes nothing, and asks. */
export async function confirmPlan({
  context,
  connected,
  request,
  signal,
}: ConfirmPlanInput): Promise<boolean> {
  await warnWithoutWorker(context, connected);
  const plan = await connected.fleets.planFleet({ request, signal });
  sayPlan(context, plan);
  return askYesNo({ context, question: 'make them?', signal });
}

/** The plan, on stderr: the result of a clone is the fleet. */
export function sayPlan({ stderr, style, say }: CommandContext, plan: FleetPlan): void {
  const width = stderr.isTTY === true ? terminalSize(stderr).width : Infinity;
  for (const line of planLines({ plan, width, style })) say(line);
}
