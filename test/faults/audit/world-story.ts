import type { CallRow, ChangeRow, Evidence } from './evidence';
import { realMillis } from './real-time';

/** The tag that proves whose a resource is (docs/decisions, ownership). Written out here: the auditor asks nobody. */
const OWNER_TAG = 'lightsail-fleet:owner-id';
const CREATE = 'CreateInstancesFromSnapshot';

/** One resource from its birth to its end. A name that is used again is another life. */
export interface Life {
  region: string;
  type: string;
  name: string;
  arn: string | undefined;
  bornSeq: number;
  /** Absent for what the world started with. */
  madeBy: CallRow | undefined;
  /** Of an instance: the owner tag of the call that made it. Of a disk: that of the instance it was made with. */
  ownerId: string | undefined;
  /** Of a disk: the instance it was made with. */
  madeWith: Life | undefined;
  byWorker: boolean;
  state: string;
  address: string | undefined;
  attachedTo: string | undefined;
  /** The owner tag that it carries itself, as far as the ledger shows. */
  ownerTag: string | undefined;
  endedSeq: number | undefined;
  endedAtMillis: number | undefined;
  /** The last delete of it that was accepted, whoever sent it. */
  deletedBy: CallRow | undefined;
}

/** A call of a worker that named an existing resource and changed something. */
export interface Write {
  call: CallRow;
  target: Life;
}

export interface WorldStory {
  evidence: Evidence;
  lives: readonly Life[];
  alive: readonly Life[];
  /** Creates that workers sent, accepted or not. */
  creates: readonly CallRow[];
  /** Deletions, detachments and changes of tags by workers that were accepted. */
  writes: readonly Write[];
  /** The same by anybody else: a person with the console open, or a stranger. */
  hands: readonly Write[];
  /** Births of a name that was live: `[new, old]`. */
  doubles: readonly (readonly [Life, Life])[];
}

const WRITES = new Set(['DeleteInstance', 'DeleteDisk', 'DetachDisk', 'TagResource', 'UntagResource']);

/** Tells the ledger as the lives of its resources. */
export function tellStory(evidence: Evidence): WorldStory {
  const calls = new Map<number, CallRow>();
  const living = new Map<string, Life>();
  const lives: Life[] = [];
  const doubles: [Life, Life][] = [];
  const creates: CallRow[] = [];
  const writes: Write[] = [];
  const hands: Write[] = [];
  const accepted = new Set<number>();
  for (const row of evidence.ledger)
    if (row.kind === 'change' && row.cause !== 'clock') accepted.add(row.cause);
  for (const row of evidence.ledger) {
    if (row.kind === 'call') {
      calls.set(row.seq, row);
      const byWorker = isWorker(evidence, row);
      if (byWorker && row.action === CREATE) creates.push(row);
      const target = WRITES.has(row.action) && accepted.has(row.seq) ? targetOf({ row, living }) : undefined;
      if (target === undefined) continue;
      (byWorker ? writes : hands).push({ call: row, target });
      if (row.action.startsWith('Delete')) target.deletedBy = row;
      continue;
    }
    if (row.resourceType === 'Operation') continue;
    const key = keyOf(row.region, row.resourceName);
    const known = living.get(key);
    const isBirth = row.from === null && row.to !== null;
    if (known !== undefined && isBirth) doubles.push([birthOf({ row, calls, living, evidence }), known]);
    const life = known !== undefined && !isBirth ? known : birthOf({ row, calls, living, evidence });
    if (life !== known) lives.push(life);
    living.set(key, life);
    follow({ life, row, evidence });
    if (row.to === null) living.delete(key);
  }
  const alive = lives.filter(({ endedSeq }) => endedSeq === undefined);
  return { evidence, lives, alive, creates, writes, hands, doubles };
}

interface BirthInput {
  row: ChangeRow;
  calls: ReadonlyMap<number, CallRow>;
  living: ReadonlyMap<string, Life>;
  evidence: Evidence;
}

function birthOf({ row, calls, living, evidence }: BirthInput): Life {
  const call = row.cause === 'clock' || row.from !== null ? undefined : calls.get(row.cause);
  const attachedTo = row.detail?.attachedTo;
  const host =
    row.resourceType === 'Disk' && row.from === null && attachedTo !== undefined
      ? living.get(keyOf(row.region, attachedTo))
      : undefined;
  // What appears late is made by the call that made its instance.
  const madeBy = call ?? host?.madeBy;
  return {
    region: row.region,
    type: row.resourceType,
    name: row.resourceName,
    arn: row.detail?.arn,
    bornSeq: row.seq,
    madeBy,
    ownerId: host === undefined ? ownerTagOf(madeBy) : host.ownerId,
    madeWith: host,
    byWorker: madeBy !== undefined && isWorker(evidence, madeBy),
    state: row.to ?? '',
    address: undefined,
    attachedTo,
    ownerTag: undefined,
    endedSeq: undefined,
    endedAtMillis: undefined,
    deletedBy: undefined,
  };
}

function follow({ life, row, evidence }: { life: Life; row: ChangeRow; evidence: Evidence }): void {
  if (row.to === null) {
    life.endedSeq = row.seq;
    life.endedAtMillis = realMillis(evidence, row);
    return;
  }
  if (row.detail?.tags !== undefined) life.ownerTag = row.detail.tags[OWNER_TAG];
  life.state = row.to;
  life.arn ??= row.detail?.arn;
  life.address = row.detail?.publicIpAddress ?? row.detail?.ipv6Addresses?.[0];
  life.attachedTo = row.detail?.attachedTo;
}

function targetOf({ row, living }: { row: CallRow; living: ReadonlyMap<string, Life> }): Life | undefined {
  const name = ['instanceName', 'diskName', 'resourceName']
    .map((member) => row.request?.[member])
    .find((value) => typeof value === 'string');
  if (name === undefined || row.region === null) return undefined;
  return living.get(keyOf(row.region, name)) ?? startedWith({ region: row.region, name, row });
}

/** A resource that the ledger has not told of yet was there when the world started: nobody's of ours. */
function startedWith({ region, name, row }: { region: string; name: string; row: CallRow }): Life {
  return {
    ...{ region, name, arn: undefined, bornSeq: 0, state: 'there from the start', address: undefined },
    ...{ madeBy: undefined, ownerId: undefined, madeWith: undefined, attachedTo: undefined },
    ...{ ownerTag: undefined, endedAtMillis: undefined, deletedBy: row },
    ...{ byWorker: false, endedSeq: undefined, type: row.action === 'DeleteDisk' ? 'Disk' : 'Instance' },
  };
}

export function isWorker({ workerKeys }: Pick<Evidence, 'workerKeys'>, { accessKeyId }: CallRow): boolean {
  return accessKeyId !== null && workerKeys.includes(accessKeyId);
}

/** All names of a Region share one space. */
function keyOf(region: string, name: string): string {
  return `${region}/${name}`;
}

export function ownerTagOf(call: CallRow | undefined): string | undefined {
  const tags = call?.request?.['tags'];
  if (!Array.isArray(tags)) return undefined;
  const owner = (tags as { key?: unknown; value?: unknown }[]).find((tag) => tag.key === OWNER_TAG)?.value;
  return typeof owner === 'string' ? owner : undefined;
}
