import type { Bundle } from '@aws-sdk/client-lightsail';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { Problem } from '../../contract/failures';
import { FLEET_DEFAULTS } from '../../contract/fleet-options';
import type { FleetBatch, FleetPlan } from '../../contract/fleet-plan';
import type { Ownership } from '../../contract/tags';
import { accountOfArn } from '../../lightsail/account-of-arn';
import type { SourceFacts } from './source-facts';
import { listDiskNames } from './list-disk-names';
import type { PlanCheck } from './plan-check';
import { priceFleet } from './price-fleet';

export interface AssemblePlanInput extends Ownership {
  region: string;
  request: CloneFleetInput;
  instanceNames: string[];
  source: SourceFacts;
  bundle: Bundle;
  capacity: FleetPlan['capacity'];
  userDataBytes: number | undefined;
  group: FleetPlan['group'];
  checks: PlanCheck<unknown>[];
}

/**
 * Ten answers of the update `awaitPlan` may leave in one message of Temporal's, which is 4 MiB at most; the server
 * terminates a run that exceeds it, and then nothing undoes it.
 */
const MAX_PLAN_BYTES = 330_000;

/** Why a plan could not be answered with. Only long names in tiny batches come near it. */
export function findPlanTooLarge(plan: FleetPlan): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(plan));
  if (bytes <= MAX_PLAN_BYTES) return [];
  const message = `the plan would be ${String(bytes)} bytes, at most ${String(MAX_PLAN_BYTES)} fit: expected larger batches or shorter names`;
  return [{ path: 'fleet.batchSize', message }];
}

/** The plan of a request whose source and bundle are known. */
export function assemblePlan(input: AssemblePlanInput): FleetPlan {
  const { fleetId, ownerId, region, request, instanceNames, source, bundle, checks } = input;
  const { batchSize, waitFor, limits, minReady, replaceFailed, fallbackZones, onFailure } =
    request.fleet ?? {};
  const { disks, ...price } = priceFleet({ bundle, source, instanceCount: instanceNames.length });
  const {
    arn,
    fromBundleId: _bundle,
    fromInstanceName: _instance,
    platform: _platform,
    ...plannedSource
  } = source;
  return {
    fleetId,
    ownerId,
    ...(accountOfArn(arn) === undefined ? {} : { accountId: accountOfArn(arn) }),
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
    standing: {
      minReady: minReady ?? instanceNames.length,
      replaceFailed: replaceFailed ?? FLEET_DEFAULTS.replaceFailed,
      fallbackZones: fallbackZones ?? [],
      onFailure: onFailure ?? FLEET_DEFAULTS.onFailure,
    },
    ...price,
    ...(disks === undefined ? {} : { disks: { ...disks, ...listDiskNames(input) } }),
    capacity: input.capacity,
    launch: describeLaunch(input),
    ...(input.group === undefined ? {} : { group: input.group }),
    checks: checks.map((check) => check.checked).filter((text) => text !== ''),
    warnings: checks.flatMap((check) => check.warnings),
  };
}

function describeLaunch({ request, userDataBytes }: AssemblePlanInput): FleetPlan['launch'] {
  const { keyPairName, ipAddressType, addOns, tags, fleet } = request;
  return {
    keyPairName,
    ipAddressType,
    userDataBytes,
    userDataFile: fleet?.userDataFile,
    addOns: (addOns ?? []).map(({ addOnType }) => addOnType),
    tags: (tags ?? []).map(({ key, value }) => (value === undefined ? key : `${key}=${value}`)),
  };
}

/**
 * The ids become activity ids, which must differ: `a..b` is a name as well as a batch of two, so a second one gets
 * a `#`, which no name can hold.
 */
export function splitIntoBatches({
  instanceNames,
  batchSize,
}: {
  instanceNames: string[];
  batchSize: number;
}): FleetBatch[] {
  const batches: FleetBatch[] = [];
  const ids = new Set<string>();
  for (let start = 0; start < instanceNames.length; start += batchSize) {
    const names = instanceNames.slice(start, start + batchSize);
    const [first = ''] = names;
    const last = names.at(-1) ?? '';
    const id = first === last ? first : `${first}..${last}`;
    batches.push({ id: ids.has(id) ? `${id}#${String(batches.length + 1)}` : id, instanceNames: names });
    ids.add(id);
  }
  return batches;
}
