import { isDeletedByHand, isKnownToNobody } from './by-hand';
import type { AuditedRun, MadeInstance, Outcome } from './evidence';
import { isNamedBy, survivorsOf } from './named-by';
import { CLOCK_SLACK_MILLIS } from './real-time';
import type { Life, WorldStory } from './world-story';

/**
 * Promise 1: whole, or nothing of it is left, or it says loudly what is. What counts is what was there when the run
 * ended: a sweep that comes later tidies up what a rollback has forgotten.
 */
export function allOrNothing(story: WorldStory): string[] {
  const { evidence, lives } = story;
  return evidence.runs.flatMap((run) => {
    const endMillis = Date.parse(run.endedAt) + CLOCK_SLACK_MILLIS;
    const isLeft = ({ endedAtMillis }: Life) => endedAtMillis === undefined || endedAtMillis > endMillis;
    const made = lives.filter((life) => life.ownerId === run.ownerId);
    const own = made.filter((life) => isLeft(life) && !isKnownToNobody(life, story));
    const { outcome } = run;
    const of = `fleet ${run.fleetId}`;
    if (outcome.status === 'lost') return [`${of} has no outcome: ${outcome.how}`];
    const taken = new Set(made.filter((life) => isDeletedByHand(life, story)).map(({ name }) => name));
    if (outcome.status === 'ready')
      return [
        ...wrongSize(run, outcome.result.instances),
        ...notAsTold({ run, own, taken, told: outcome.result.instances }),
      ];
    const isNamed = isNamedBy({ outcome, isLeft });
    const ended = outcome.status === 'failed' ? `failed with ${outcome.type}` : 'was cancelled';
    const left = own
      .filter((life) => !isNamed(life))
      .map((life) => `${of} ${ended} and left ${describe(life)} behind without naming it`);
    return [...left, ...wrongLoudness(run, outcome)];
  });
}

function wrongSize({ fleetId, request }: AuditedRun, made: readonly MadeInstance[]): string[] {
  const asked = request.instanceNames?.length ?? request.fleet?.count ?? 0;
  const least = request.fleet?.minReady ?? asked;
  if (made.length >= least && made.length <= asked) return [];
  return [
    `fleet ${fleetId} is ready with ${String(made.length)} instances: at least ${String(least)} of ${String(asked)} were asked for`,
  ];
}

interface NotAsToldInput {
  run: AuditedRun;
  own: readonly Life[];
  /** Names of instances that somebody deleted. */
  taken: ReadonlySet<string>;
  told: readonly MadeInstance[];
}

function notAsTold({ run, own, taken, told }: NotAsToldInput): string[] {
  const of = `fleet ${run.fleetId}`;
  // Who waits for the operation only is told of instances that may not run yet.
  const isUp = ({ state, deletedBy }: Life) =>
    state === 'running' || deletedBy !== undefined || run.request.fleet?.waitFor === 'operation';
  const instances = own.filter(({ type }) => type === 'Instance');
  const missing = told.flatMap(({ name, arn }) => {
    const life = instances.find((instance) => instance.name === name);
    if (life === undefined && taken.has(name)) return [];
    if (life === undefined) return [`${of} is ready, but its instance ${name} is not there, or not its own`];
    if (arn !== undefined && life.arn !== arn)
      return [`${of} is ready, but its instance ${name} is another one than it names`];
    if (!isUp(life)) return [`${of} is ready, but ${describe(life)} is not running`];
    return [];
  });
  const names = new Set(told.map(({ name }) => name));
  const more = instances.filter(({ name }) => !names.has(name));
  const toldDisks = new Set(told.flatMap(({ disks }) => disks.map(({ name }) => name)));
  const disks = own.filter(({ type, name }) => type === 'Disk' && !toldDisks.has(name));
  return [
    ...missing,
    ...more.map((life) => `${of} is ready and left ${describe(life)} behind, which its result does not name`),
    ...disks.map(
      (life) => `${of} is ready and left ${describe(life)} behind, which no instance of its result has`,
    ),
  ];
}

/** Loud only where something is named, and never named without being loud. */
function wrongLoudness({ fleetId, request }: AuditedRun, outcome: Outcome): string[] {
  const named = survivorsOf(outcome).length;
  const loud = outcome.status === 'failed' && outcome.type === 'RollbackIncomplete';
  const kept = outcome.status === 'failed' && request.fleet?.onFailure === 'keep';
  if (loud && named === 0) return [`fleet ${fleetId} failed with RollbackIncomplete and names nothing`];
  if (named > 0 && !loud && !kept)
    return [`fleet ${fleetId} names ${String(named)} survivors without failing with RollbackIncomplete`];
  return [];
}

function describe({ type, name, state }: Life): string {
  return `${type} ${name} (${state})`;
}
