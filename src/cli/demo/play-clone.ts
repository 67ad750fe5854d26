import type { FleetOutcome } from '../../client';
import { followFleet, type Alongside } from '../follow-fleet';
import { formatCount } from '../render/format-values';
import { uiLink } from '../render/ui-link';
import { reportOutcome } from '../report-outcome';
import { replayLedger, type InstanceHistory } from './replay-ledger';
import type { Stage } from './stage';

/** Small enough to see each, large enough for a fleet. */
const INSTANCES = 6;

export interface PlayCloneInput {
  stage: Stage;
  /** `whole`: instances `whole-1` to `whole-6`. */
  prefix: string;
  alongside?: Alongside | undefined;
}

export interface PlayCloneResult {
  fleetId: string;
  ownerId: string;
  link: string;
  names: string[];
  outcome: FleetOutcome;
  seconds: number;
  /** What the ledger says happened meanwhile. */
  histories: Map<string, InstanceHistory>;
}

/** Clones six instances as any service would, follows them, and reads from the ledger what really happened. */
export async function playClone({ stage, prefix, alongside }: PlayCloneInput): Promise<PlayCloneResult> {
  const { context, fleets, control, stack, signal } = stage;
  const before = (await control.readLedger()).at(-1)?.seq ?? 0;
  const startedAt = Date.now();
  const request = {
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'nano_3_0',
    fleet: { nameTemplate: `${prefix}-{index}`, count: INSTANCES },
  };
  const { fleetId, runId, plan } = await fleets.awaitPlan({ request, fleetId: `demo-${prefix}` });
  const link = uiLink({ env: stack.env, namespace: 'default', fleetId, runId }) ?? '';
  if (context.json)
    context.printJson({ kind: 'started', at: new Date().toISOString(), fleetId, runId, plan, uiUrl: link });
  else
    context.say(
      `fleet ${context.style.bold(fleetId)}: ${formatCount(plan.instanceCount, 'instance')}, in the UI ${context.style.cyan(link)}`,
    );
  const end = await followFleet({ context, fleets, fleetId, signal, alongside });
  if (end === undefined) throw signal.reason;
  if (end.outcome.kind !== 'ready') reportOutcome({ context, fleetId, outcome: end.outcome });
  return {
    fleetId,
    ownerId: plan.ownerId,
    link,
    names: plan.batches.flatMap((batch) => batch.instanceNames),
    outcome: end.outcome,
    seconds: (Date.now() - startedAt) / 1000,
    histories: replayLedger({ rows: await control.readLedger(), after: before }),
  };
}
