import type {
  Bundle,
  CreateInstancesFromSnapshotRequest,
  Disk,
  GetAutoSnapshotsResult,
  Instance,
  InstanceSnapshot,
  KeyPair,
  LoadBalancer,
  Operation,
  Region,
  StaticIp,
  Tag,
} from '@aws-sdk/client-lightsail';

/** Given to every call: what ends it early. */
export interface CallOptions {
  /** Ends the call, with its wait in the rate limit and its retries. */
  signal?: AbortSignal | undefined;
  /**
   * Wall-clock time, epoch milliseconds, after which the call no longer leaves: it rejects as `unavailable`, nothing
   * sent. Asked right before it leaves, so that a process which was frozen meanwhile does not act on old news.
   */
  sendBeforeMillis?: number | undefined;
}

export interface Page<Item> {
  items: Item[];
  nextPageToken?: string | undefined;
}

/**
 * The narrow port: only the Lightsail calls that a fleet needs, in one Region. Shapes are AWS's own.
 *
 * Every call waits for its turn in the Region's rate limit. Every call rejects with a `LightsailError`, whose
 * `kind` is all that callers branch on, or with an `AbortError` when its signal fires; a create that is given up
 * after it was sent rejects as `ambiguous`. Reads of one resource answer `undefined` where there is none.
 * Reads are retried by the SDK; `createInstancesFromSnapshot`, the deletes and what changes tags are sent once.
 */
export interface LightsailApi {
  readonly region: string;
  createInstancesFromSnapshot(
    input: CreateInstancesFromSnapshotRequest,
    options?: CallOptions,
  ): Promise<Operation[]>;
  deleteInstance(
    input: { instanceName: string; forceDeleteAddOns: boolean },
    options?: CallOptions,
  ): Promise<Operation[]>;
  deleteDisk(
    input: { diskName: string; forceDeleteAddOns: boolean },
    options?: CallOptions,
  ): Promise<Operation[]>;
  /** Adds tags, or changes their values. With an ARN, only to the resource that is still that one. */
  tagResource(
    input: { resourceName: string; resourceArn?: string | undefined; tags: Tag[] },
    options?: CallOptions,
  ): Promise<Operation[]>;
  /** Takes tags off; keys that are not there are no error. With an ARN as above. */
  untagResource(
    input: { resourceName: string; resourceArn?: string | undefined; tagKeys: string[] },
    options?: CallOptions,
  ): Promise<Operation[]>;
  getOperation(input: { operationId: string }, options?: CallOptions): Promise<Operation | undefined>;
  getOperations(input: { pageToken?: string | undefined }, options?: CallOptions): Promise<Page<Operation>>;
  getOperationsForResource(
    input: { resourceName: string; pageToken?: string | undefined },
    options?: CallOptions,
  ): Promise<Page<Operation>>;
  getInstance(input: { instanceName: string }, options?: CallOptions): Promise<Instance | undefined>;
  getInstances(input: { pageToken?: string | undefined }, options?: CallOptions): Promise<Page<Instance>>;
  getDisk(input: { diskName: string }, options?: CallOptions): Promise<Disk | undefined>;
  getDisks(input: { pageToken?: string | undefined }, options?: CallOptions): Promise<Page<Disk>>;
  getInstanceSnapshot(
    input: { instanceSnapshotName: string },
    options?: CallOptions,
  ): Promise<InstanceSnapshot | undefined>;
  getAutoSnapshots(
    input: { resourceName: string },
    options?: CallOptions,
  ): Promise<GetAutoSnapshotsResult | undefined>;
  /** Every Region with its Availability Zones. */
  getRegions(options?: CallOptions): Promise<Region[]>;
  /**
   * Bundles of the Region, inactive ones too: what is there but retired gets a message of its own. Those of Lightsail
   * for Research (`LfR`) are listed apart.
   */
  getBundles(
    input: { pageToken?: string | undefined; appCategory?: 'LfR' },
    options?: CallOptions,
  ): Promise<Page<Bundle>>;
  getKeyPairs(input: { pageToken?: string | undefined }, options?: CallOptions): Promise<Page<KeyPair>>;
  getLoadBalancers(
    input: { pageToken?: string | undefined },
    options?: CallOptions,
  ): Promise<Page<LoadBalancer>>;
  getStaticIps(input: { pageToken?: string | undefined }, options?: CallOptions): Promise<Page<StaticIp>>;
}
