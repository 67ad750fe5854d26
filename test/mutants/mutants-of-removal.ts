import type { Mutant } from './mutant';
import { test, WORLDS, WRITTEN } from './named-campaigns';

const REMOVE_INSTANCES = 'src/activities/remove-instances.ts';
const REMOVE_DISKS = 'src/activities/remove-disks.ts';

const FOUND_BY_NAME = {
  file: 'src/activities/find-instances.ts',
  find: 'isOwnedBy(instance.tags, input.ownerId)',
  put: '(isOwnedBy(instance.tags, input.ownerId) || instance.name !== undefined)',
};
const TAG_NOT_READ_AGAIN = {
  file: REMOVE_INSTANCES,
  find: 'const isOurs = isOwnedBy(seen.tags, input.ownerId);',
  put: 'const isOurs = isOwnedBy(seen.tags, input.ownerId) || seen.name !== undefined;',
};

/** What is deleted, and what counts as gone. */
export const REMOVAL_MUTANTS: readonly Mutant[] = [
  {
    name: 'deletes-by-name',
    breaks: 'Undo finds and deletes by name alone; no tag is looked at.',
    edits: [FOUND_BY_NAME, TAG_NOT_READ_AGAIN],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'tag-not-read-again',
    breaks: 'The owner tag is checked when an instance is found, and not again before it is deleted.',
    edits: [TAG_NOT_READ_AGAIN],
    campaigns: [test('e2e/ownership', 'owner tag')],
  },
  {
    name: 'disk-arn-not-compared',
    breaks: 'A disk is deleted by the name that was recorded, whichever disk has it now.',
    edits: [
      {
        file: REMOVE_DISKS,
        find: 'if (seen === undefined || seen.arn !== disk.arn)',
        put: 'if (seen === undefined)',
      },
    ],
    campaigns: [test('e2e/ownership', 'a disk that somebody makes again')],
  },
  {
    name: 'unrecorded-disk-ignored',
    breaks: 'An instance is deleted although one of its disks is not in history yet.',
    edits: [
      {
        file: REMOVE_INSTANCES,
        find: 'if (!hasAllDisksRecorded(seen, instance))',
        put: 'if (!hasAllDisksRecorded(seen, instance) && Date.now() < 0)',
      },
    ],
    campaigns: [test('activities/remove-instances', 'disk is not recorded'), WRITTEN, WORLDS],
  },
  {
    name: 'add-ons-not-forced',
    breaks: 'An instance is deleted without forceDeleteAddOns.',
    edits: [
      {
        file: REMOVE_INSTANCES,
        find: 'instanceName: instance.name, forceDeleteAddOns: true',
        put: 'instanceName: instance.name, forceDeleteAddOns: false',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'accepted-delete-is-gone',
    breaks: 'A delete that was accepted counts as done; nobody waits until the instance is gone.',
    edits: [
      {
        file: REMOVE_INSTANCES,
        find: "if (outcome === 'gone') return { next: 'gone' };",
        put: "if (Date.now() > 0) return { next: 'gone' };",
      },
      {
        file: REMOVE_INSTANCES,
        find: 'const outcome = await awaitGone({ dependencies, region: input.region, instance: seen, signal });',
        put: 'void awaitGone;',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'refused-delete-not-repeated',
    breaks: 'A delete that is refused once is not tried again.',
    edits: [
      {
        file: 'src/activities/removal.ts',
        find: 'if (!isWorthRepeating(error.kind) && !isOutlasted) return',
        put: 'if (!isWorthRepeating(error.kind) || attempt >= 1) return',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
];
