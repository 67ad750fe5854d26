import type { Bundle } from '@aws-sdk/client-lightsail';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { FLEET_DEFAULTS } from '../../contract/fleet-options';
import type { FleetBatch, FleetPlan } from '../../contract/fleet-plan';
import type { Ownership } from '../../contract/tags';
import type { SourceFacts } from './check-source';
import type { PlanCheck } from './plan-check';

export interface AssemblePlanInput extends Ownership {
  region: string;
  request: CloneFleetInput;
  instanceNames: string[];
  source: SourceFacts;
  bundle: Bundle;
  checks: PlanCheck<unknown>[];
}

/** The plan of a request that passed every check. */
export function assemblePlan(input: AssemblePlanInput): FleetPlan {
  const { fleetId, ownerId, region, request, instanceNames, source, bundle, checks } = input;
  const { batchSize, waitFor, limits } = request.fleet ?? {};
  const { diskPaths: _paths, fromBundleId: _bundle, fromBlueprintId: _blueprint, ...plannedSource } = source;
  return {
    fleetId,
    ownerId,
    region,
    availabilityZone: request.availabilityZone,
    source: plannedSource,
    bundle: {
      id: request.bundleId,
      cpuCount: bundle.cpuCount,
      ramSizeGb: bundle.ramSizeInGb,
      diskSizeGb: bundle.diskSizeInGb,
      monthlyPriceUsd: bundle.price,
    },
    instanceCount: instanceNames.length,
    batches: splitIntoBatches({ instanceNames, batchSize: batchSize ?? FLEET_DEFAULTS.batchSize }),
    waitFor: waitFor ?? FLEET_DEFAULTS.waitFor,
    limits: {
      operationMinutes: limits?.operationMinutes ?? FLEET_DEFAULTS.operationMinutes,
      readyMinutes: limits?.readyMinutes ?? FLEET_DEFAULTS.readyMinutes,
      rollbackMinutes: limits?.rollbackMinutes ?? FLEET_DEFAULTS.rollbackMinutes,
    },
    monthlyPriceUsd: Math.round((bundle.price ?? 0) * instanceNames.length * 100) / 100,
    checks: checks.map((check) => check.checked).filter((text) => text !== ''),
    warnings: checks.flatMap((check) => check.warnings),
  };
}

export function splitIntoBatches({
  instanceNames,
  batchSize,
}: {
  instanceNames: string[];
  batchSize: number;
}): FleetBatch[] {
  const batches: FleetBatch[] = [];
  for (let start = 0; start < instanceNames.length; start += batchSize) {
    const names = instanceNames.slice(start, start + batchSize);
    const [first = ''] = names;
    const last = names.at(-1) ?? '';
    batches.push({ id: first === last ? first : `${first}..${last}`, instanceNames: names });
  }
  return batches;
}
