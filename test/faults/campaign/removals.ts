import { WORKFLOW_TYPES } from '../../../src/contract/names';
import type { RemovalRequest, RemovalResult } from '../audit/evidence';
import type { PlannedRemoval } from '../plan/campaign-plan';
import type { Fleet } from './fleet';
import type { Lane } from './lane';
import { WorkflowRun } from './workflow-run';

/** Where the worlds of plans are: a look in every Region would cost thirty calls for nothing. */
const REGIONS = ['us-east-1'];

export interface Removal {
  kind: PlannedRemoval['kind'];
  request: RemovalRequest;
  run: WorkflowRun<RemovalResult>;
}

export interface RemovalsInput {
  lane: Lane;
  idPrefix: string;
  /** After which one that has not ended hangs. */
  limitSeconds: number;
}

/** The deletions and sweeps of one world. */
export class Removals {
  readonly all: Removal[] = [];
  private readonly open: Promise<void>[] = [];

  constructor(private readonly input: RemovalsInput) {}

  /** Resolves when it has been started. A fleet without a run yet has no owner id, and is named by its own. */
  async start(what: PlannedRemoval, fleets: readonly Fleet[]): Promise<void> {
    const request = { ...requestOf(what, fleets), regions: REGIONS };
    const run = await this.begin(what.kind, request);
    const repeats = what.kind === 'delete' && what.again === true;
    const { limitSeconds } = this.input;
    const whole = run.end(limitSeconds).then(async () => {
      if (repeats) await (await this.begin(what.kind, request)).end(limitSeconds);
    });
    whole.catch(() => undefined);
    this.open.push(whole);
  }

  /** Waits for all of them, those too that begin meanwhile. */
  async end(): Promise<void> {
    for (const one of this.open) await one;
  }

  private async begin(kind: Removal['kind'], request: RemovalRequest): Promise<WorkflowRun<RemovalResult>> {
    const { lane, idPrefix } = this.input;
    const workflowType = kind === 'delete' ? WORKFLOW_TYPES.deleteFleet : WORKFLOW_TYPES.sweepFleets;
    const id = `${idPrefix}-${kind}${String(this.all.length + 1)}`;
    const run = new WorkflowRun<RemovalResult>({ lane, workflowType, id, request });
    this.all.push({ kind, request, run });
    await run.start();
    return run;
  }
}

function requestOf(what: PlannedRemoval, fleets: readonly Fleet[]): RemovalRequest {
  if (what.kind === 'sweep') {
    const { reportOnly, minimumAgeHours = 0 } = what;
    return { delete: reportOnly !== true, minimumAgeHours };
  }
  const fleet = fleets[what.fleet];
  const [fleetId, ownerId] = [fleet?.id ?? '', fleet?.ownerId ?? ''];
  const disks = what.disks === undefined ? {} : { disks: what.disks };
  if (ownerId === '' || what.by === 'fleet') return { fleetId, ...disks };
  return what.by === 'owner' ? { ownerId, ...disks } : { fleetId, ownerId, ...disks };
}
