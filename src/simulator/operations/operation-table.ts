import { attachDisk } from './attach-disk';
import { createInstanceSnapshot } from './create-instance-snapshot';
import { createInstancesFromSnapshot } from './create-instances-from-snapshot';
import { deleteDisk } from './delete-disk';
import { deleteInstance } from './delete-instance';
import { detachDiskOperation } from './detach-disk';
import { getAutoSnapshots } from './get-auto-snapshots';
import { getBundles } from './get-bundles';
import { getDisk } from './get-disk';
import { getDisks } from './get-disks';
import { getInstance } from './get-instance';
import { getInstancePortStates } from './get-instance-port-states';
import { getInstanceSnapshot } from './get-instance-snapshot';
import { getInstanceSnapshots } from './get-instance-snapshots';
import { getInstanceState } from './get-instance-state';
import { getInstances } from './get-instances';
import { getKeyPair } from './get-key-pair';
import { getKeyPairs } from './get-key-pairs';
import { getLoadBalancers } from './get-load-balancers';
import { getOperation } from './get-operation';
import { getOperations } from './get-operations';
import { getOperationsForResource } from './get-operations-for-resource';
import { getRegions } from './get-regions';
import { getStaticIps } from './get-static-ips';
import type { OperationName } from './operation-names';
import { OPERATION_NAMES } from './operation-names';
import type { OperationContext, OperationSpec } from './operation-spec';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { readInput } from '../wire/read-input';
import type { ReadBy, Shape } from '../wire/shapes';

type Runner = (request: unknown, context: OperationContext) => object;

/** Reads the request and does the operation; throws what AWS would answer. */
function runnerOf<S extends Shape<unknown>>(spec: OperationSpec<S>): Runner {
  return (request, context) => spec.run(readInput({ shape: spec.input, request }) as ReadBy<S>, context);
}

const RUNNERS: Readonly<Record<OperationName, Runner>> = {
  AttachDisk: runnerOf(attachDisk),
  CreateInstanceSnapshot: runnerOf(createInstanceSnapshot),
  CreateInstancesFromSnapshot: runnerOf(createInstancesFromSnapshot),
  DeleteDisk: runnerOf(deleteDisk),
  DeleteInstance: runnerOf(deleteInstance),
  DetachDisk: runnerOf(detachDiskOperation),
  GetAutoSnapshots: runnerOf(getAutoSnapshots),
  GetBundles: runnerOf(getBundles),
  GetDisk: runnerOf(getDisk),
  GetDisks: runnerOf(getDisks),
  GetInstance: runnerOf(getInstance),
  GetInstancePortStates: runnerOf(getInstancePortStates),
  GetInstanceSnapshot: runnerOf(getInstanceSnapshot),
  GetInstanceSnapshots: runnerOf(getInstanceSnapshots),
  GetInstanceState: runnerOf(getInstanceState),
  GetInstances: runnerOf(getInstances),
  GetKeyPair: runnerOf(getKeyPair),
  GetKeyPairs: runnerOf(getKeyPairs),
  GetLoadBalancers: runnerOf(getLoadBalancers),
  GetOperation: runnerOf(getOperation),
  GetOperations: runnerOf(getOperations),
  GetOperationsForResource: runnerOf(getOperationsForResource),
  GetRegions: runnerOf(getRegions),
  GetStaticIps: runnerOf(getStaticIps),
  TagResource: runnerOf(tagResource),
  UntagResource: runnerOf(untagResource),
};

export function isOperationName(name: string): name is OperationName {
  return (OPERATION_NAMES as readonly string[]).includes(name);
}

export function runOperation(input: {
  name: OperationName;
  request: unknown;
  context: OperationContext;
}): object {
  return RUNNERS[input.name](input.request, input.context);
}
