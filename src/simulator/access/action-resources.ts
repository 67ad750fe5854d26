import type { OperationName } from '../operations/operation-names';
import type { ResourceType } from '../state/resources';

export interface ActionResource {
  /** The resource that the call names, and in which member; null where an action takes none. */
  resource: { types: readonly ResourceType[]; member: string } | null;
  /** Condition keys of the request; aws:ResourceTag comes with the resource, aws:RequestedRegion with every call. */
  requestKeys: readonly ('aws:RequestTag' | 'aws:TagKeys')[];
}

const TAGGABLE = ['Disk', 'Instance', 'InstanceSnapshot', 'KeyPair', 'LoadBalancer', 'StaticIp'] as const;
const NONE: ActionResource = { resource: null, requestKeys: [] };

/**
 * Service Authorization Reference, "Actions, resources, and condition keys for Amazon Lightsail", as of August 2026,
 * row for row. No read takes a resource: it is allowed on "*" or not at all. An older edition gave the create the
 * new instances as a resource too; today's gives the snapshot only.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_lightsail.html
 */
export const ACTION_RESOURCES: Readonly<Record<OperationName, ActionResource>> = {
  AttachDisk: { resource: { types: ['Disk'], member: 'diskName' }, requestKeys: [] },
  CreateInstanceSnapshot: {
    resource: { types: ['Instance'], member: 'instanceName' },
    requestKeys: ['aws:RequestTag', 'aws:TagKeys'],
  },
  CreateInstancesFromSnapshot: {
    resource: { types: ['InstanceSnapshot'], member: 'instanceSnapshotName' },
    requestKeys: ['aws:RequestTag', 'aws:TagKeys'],
  },
  DeleteDisk: { resource: { types: ['Disk'], member: 'diskName' }, requestKeys: [] },
  DeleteInstance: { resource: { types: ['Instance'], member: 'instanceName' }, requestKeys: [] },
  DetachDisk: { resource: { types: ['Disk'], member: 'diskName' }, requestKeys: [] },
  GetAutoSnapshots: NONE,
  GetBundles: NONE,
  GetDisk: NONE,
  GetDisks: NONE,
  GetInstance: NONE,
  GetInstancePortStates: NONE,
  GetInstanceSnapshot: NONE,
  GetInstanceSnapshots: NONE,
  GetInstanceState: NONE,
  GetInstances: NONE,
  GetKeyPair: NONE,
  GetKeyPairs: NONE,
  GetLoadBalancers: NONE,
  GetOperation: NONE,
  GetOperations: NONE,
  GetOperationsForResource: NONE,
  GetRegions: NONE,
  GetStaticIps: NONE,
  TagResource: {
    resource: { types: TAGGABLE, member: 'resourceName' },
    requestKeys: ['aws:RequestTag', 'aws:TagKeys'],
  },
  UntagResource: { resource: { types: TAGGABLE, member: 'resourceName' }, requestKeys: ['aws:TagKeys'] },
};
