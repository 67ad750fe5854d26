import type { Mutant } from './mutant';
import { test, WORLDS, WRITTEN } from './named-campaigns';

const JUDGE_GROUP = 'src/workflows/judge-group.ts';
const REMOVE_OWNED = 'src/workflows/remove-owned.ts';

/** Never true, and no compiler says so beforehand. */
const NEVER = 'Date.now() < 0';

/** What `deleteFleet` and `sweepFleets` take, and what they must leave. */
export const DELETION_MUTANTS: readonly Mutant[] = [
  {
    name: 'delete-while-running',
    breaks: 'A delete does not ask whether the fleet still runs.',
    edits: [
      {
        file: 'src/workflows/require-ended.ts',
        find: "({ state }) => state === 'running',",
        put: `({ state }) => state === 'running' && ${NEVER},`,
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'delete-takes-any-fleet',
    breaks: 'A delete finds whatever carries tags of ours, whichever fleet they name.',
    edits: [
      {
        file: 'src/activities/find-owned.ts',
        find: '(fleetId === undefined || owned.fleetId === fleetId)',
        put: '(fleetId === undefined || owned.fleetId !== undefined)',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'fleet-tag-is-proof',
    breaks: 'A delete takes what carries the fleet’s id alone, without the tag of an owner.',
    edits: [
      {
        file: 'src/contract/tags.ts',
        find: "if (ownerId === undefined || ownerId === '') return undefined;",
        put: "if (ownerId === undefined) return { ownerId: '', fleetId: valueOf(tags, TAG_KEYS.fleetId) ?? '' };",
      },
      {
        file: 'src/activities/remove-instances.ts',
        find: 'const isOurs = isOwnedBy(seen.tags, input.ownerId);',
        put: 'const isOurs = isOwnedBy(seen.tags, input.ownerId) || seen.name !== undefined;',
      },
    ],
    campaigns: [test('e2e/delete', 'without the owner tag')],
  },
  {
    name: 'sweep-takes-running',
    breaks: 'A sweep deletes what a fleet has that still runs.',
    edits: [
      {
        file: JUDGE_GROUP,
        find: "if (group.state === 'running' || group.state === 'standing')",
        put: "if (group.state === 'standing')",
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'sweep-takes-standing',
    breaks: 'A sweep deletes a fleet that stands.',
    edits: [
      {
        file: JUDGE_GROUP,
        find: "if (group.state === 'running' || group.state === 'standing')",
        put: "if (group.state === 'running')",
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'sweep-takes-young',
    breaks: 'A sweep deletes what is younger than it was told.',
    edits: [
      {
        file: JUDGE_GROUP,
        find: "group.newestAt >= madeBefore ? 'too-young'",
        put: `(group.newestAt >= madeBefore && ${NEVER}) ? 'too-young'`,
      },
      {
        file: JUDGE_GROUP,
        find: 'if (minimumAgeHours === 0) return undefined;',
        put: 'if (minimumAgeHours >= 0) return undefined;',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'sweep-takes-unknown-owners',
    breaks: 'A sweep deletes what carries the tag of an owner whom Temporal does not know.',
    edits: [
      {
        file: JUDGE_GROUP,
        find: "if (group.state === 'expired' && !scope.includeExpired)",
        put: `if (group.state === 'expired' && !scope.includeExpired && ${NEVER})`,
      },
    ],
    campaigns: [test('e2e/sweep', 'leaves what a person has taken over')],
  },
  {
    name: 'kept-disks-deleted',
    breaks: 'A delete that is to leave the disks deletes them.',
    edits: [{ file: REMOVE_OWNED, find: 'if (removal.disks)', put: `if (removal.disks || !(${NEVER}))` }],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'deleted-disks-forgotten',
    breaks: 'A delete removes the instances and forgets the disks that they leave behind.',
    edits: [
      {
        file: REMOVE_OWNED,
        find: '...(await removeOwnedDisks(removal))',
        put: `...(${NEVER} ? await removeOwnedDisks(removal) : [])`,
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
];
