import { TAG_KEYS } from '../../contract/tags';
import type { InstanceHistory } from './replay-ledger';

/** One thing that was told, and whether the ledger agrees. */
export interface Check {
  claim: string;
  holds: boolean;
  /** What was found instead. */
  found?: string | undefined;
}

export interface CheckOutcomeInput {
  histories: ReadonlyMap<string, InstanceHistory>;
  names: readonly string[];
  ownerId: string;
}

/** The fleet stands: each instance was made exactly once, is running, and is ours. */
export function checkStanding({ histories, names, ownerId }: CheckOutcomeInput): Check[] {
  const ours = pick(histories, names);
  return [
    check(
      `${String(names.length)} instances are running`,
      describeOthers(ours, (one) => one.state === 'running'),
    ),
    check(
      'each carries the tag that proves this run made it',
      describeOthers(ours, (one) => one.tags[TAG_KEYS.ownerId] === ownerId),
    ),
    check(
      'each was created exactly once',
      describeOthers(ours, (one) => one.created === 1),
    ),
    check('nothing else was touched', describeStrangers(histories, names)),
  ];
}

/** The fleet is gone: each instance was made, and none is left. */
export function checkGone({ histories, names }: Omit<CheckOutcomeInput, 'ownerId'>): Check[] {
  const ours = pick(histories, names);
  return [
    check(
      `all ${String(names.length)} had been created`,
      describeOthers(ours, (one) => one.created > 0),
    ),
    check(
      'none of them is left',
      describeOthers(ours, (one) => one.state === undefined && one.removed === one.created),
    ),
    check('nothing else was touched', describeStrangers(histories, names)),
  ];
}

/** A name that the ledger does not know was never made. */
function pick(histories: ReadonlyMap<string, InstanceHistory>, names: readonly string[]): InstanceHistory[] {
  return names.map((name) => histories.get(name) ?? { name, created: 0, removed: 0, tags: {} });
}

function check(claim: string, found: string): Check {
  return found === '' ? { claim, holds: true } : { claim, holds: false, found };
}

function describeOthers(
  histories: readonly InstanceHistory[],
  holds: (history: InstanceHistory) => boolean,
): string {
  return histories
    .filter((history) => !holds(history))
    .map(({ name, state, created, removed }) => {
      return `${name} (${state ?? 'not there'}, created ${String(created)}×, removed ${String(removed)}×)`;
    })
    .join(', ');
}

function describeStrangers(
  histories: ReadonlyMap<string, InstanceHistory>,
  names: readonly string[],
): string {
  return [...histories.keys()].filter((name) => !names.includes(name)).join(', ');
}
