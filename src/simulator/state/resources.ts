/** The resources whose names share one space in a Region (AWS's documentation). */
export const RESOURCE_TYPES = [
  'Instance',
  'Disk',
  'InstanceSnapshot',
  'KeyPair',
  'StaticIp',
  'LoadBalancer',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export interface Tag {
  key: string;
  value?: string;
}

interface ResourceBase {
  region: string;
  name: string;
  /** Unique over time: a later resource of the same name has another one. */
  arn: string;
  supportCode: string;
  /** Order of creation; what a page token points at. */
  serial: number;
  createdAtMillis: number;
  availabilityZone: string;
  tags: readonly Tag[];
}

export type InstanceStateName = 'pending' | 'running' | 'shutting-down' | 'stopping' | 'stopped';
export type IpAddressType = 'dualstack' | 'ipv4' | 'ipv6';

export interface AddOn {
  name: 'AutoSnapshot' | 'StopInstanceOnIdle';
  snapshotTimeOfDay?: string;
  threshold?: string;
  duration?: string;
}

export interface SnapshotDisk {
  path: string;
  sizeInGb: number;
}

export interface AutoSnapshot {
  date: string;
  createdAtMillis: number;
  status: 'Success' | 'Failed' | 'InProgress' | 'NotFound';
  disks: readonly SnapshotDisk[];
}

export interface Instance extends ResourceBase {
  resourceType: 'Instance';
  requested: { state: 'running' | 'stopped' | 'absent'; address: boolean };
  current: { state: InstanceStateName; publicIpAddress?: string; ipv6Addresses?: readonly string[] };
  /** How far the simulator's own story of this instance is; decides whether it can be deleted. */
  condition: 'creating' | 'ready' | 'failed' | 'stuck' | 'deleting';
  blueprintId: string;
  bundleId: string;
  cpuCount: number;
  privateIpAddress: string;
  ipAddressType: IpAddressType;
  keyPairName?: string;
  addOns: readonly AddOn[];
  autoSnapshots: readonly AutoSnapshot[];
  diskNames: readonly string[];
}

export interface Disk extends ResourceBase {
  resourceType: 'Disk';
  requested: { state: 'in-use' | 'available' | 'absent'; attachedTo?: string };
  current: { state: 'pending' | 'available' | 'in-use' | 'deleting'; attachedTo?: string };
  path?: string;
  sizeInGb: number;
}

export interface InstanceSnapshot extends ResourceBase {
  resourceType: 'InstanceSnapshot';
  requested: { state: 'available' };
  current: { state: 'pending' | 'available' | 'error' };
  fromInstanceName: string;
  fromInstanceArn: string;
  fromBlueprintId: string;
  fromBundleId: string;
  sizeInGb: number;
  disks: readonly SnapshotDisk[];
}

export interface KeyPair extends ResourceBase {
  resourceType: 'KeyPair';
  requested: { state: 'available' };
  current: { state: 'available' };
  fingerprint: string;
}

export interface StaticIp extends ResourceBase {
  resourceType: 'StaticIp';
  requested: { state: 'available' };
  current: { state: 'available' };
  ipAddress: string;
  attachedTo?: string;
}

export interface LoadBalancer extends ResourceBase {
  resourceType: 'LoadBalancer';
  requested: { state: 'active' };
  current: { state: 'active' };
}

export type Resource = Instance | Disk | InstanceSnapshot | KeyPair | StaticIp | LoadBalancer;
export type ResourceOf<T extends ResourceType> = Extract<Resource, { resourceType: T }>;

export interface Operation {
  id: string;
  region: string;
  availabilityZone: string;
  resourceName: string;
  resourceType: ResourceType;
  operationType: string;
  operationDetails?: string;
  status: 'Started' | 'Succeeded' | 'Failed';
  createdAtMillis: number;
  statusChangedAtMillis: number;
  /** When it could first be seen; later than its creation for a late appearance. */
  appearedAtMillis: number;
  errorCode?: string;
  errorDetails?: string;
}
