import type { Mutant } from './mutant';
import { test, WORLDS, WRITTEN } from './named-campaigns';

const CREATE_BATCH = 'src/workflows/create-batch.ts';
const ROLL_BACK = 'src/workflows/roll-back.ts';

/** How undo is registered, runs, and sees that it is done. */
export const UNDO_MUTANTS: readonly Mutant[] = [
  {
    name: 'undo-registered-after-create',
    breaks: 'The undo of a batch is registered only after its create has succeeded.',
    edits: [
      {
        file: CREATE_BATCH,
        find: 'const registered = run.register(batch);',
        put: 'const registered: RegisteredBatch = { ...batch, nothingMade: false };',
      },
      {
        file: CREATE_BATCH,
        find: 'registered.unknownSince = created.unknownSince;',
        put: 'run.register(batch).unknownSince = created.unknownSince;',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'rollback-cancellable',
    breaks: 'The rollback runs in a scope that a cancellation ends.',
    edits: [
      {
        file: ROLL_BACK,
        find: 'CancellationScope.nonCancellable(() => removeMade(',
        put: 'CancellationScope.cancellable(() => removeMade(',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'cancelled-create-not-awaited',
    breaks: 'A cancelled create is not waited for, so undo looks while its call is still out.',
    edits: [
      {
        file: 'src/workflows/activity-options.ts',
        find: 'cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED',
        put: 'cancellationType: ActivityCancellationType.TRY_CANCEL',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'siblings-not-awaited',
    breaks: 'The first batch that fails starts the rollback while its siblings still create.',
    edits: [
      {
        file: 'src/workflows/all-done.ts',
        find: 'scope.run(() => Promise.allSettled(work.map(run)));',
        put: "scope.run(async () => (await Promise.all(work.map(run))).map((value) => ({ status: 'fulfilled' as const, value })));",
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'late-create-not-looked-for',
    breaks: 'Undo forgets since when an outcome is unknown, and looks for a late create only once.',
    edits: [
      {
        file: 'src/workflows/find-made.ts',
        find: '[unknownSince ?? [], answeredAt ?? []].flat()',
        put: '[unknownSince ?? [], answeredAt ?? []].flat().filter((since) => since < "")',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'answered-means-visible',
    breaks: 'What a create was answered for is not looked for again when undo does not see it.',
    edits: [
      {
        file: 'src/workflows/find-made.ts',
        find: '[unknownSince ?? [], answeredAt ?? []].flat()',
        put: '[unknownSince ?? [], answeredAt === undefined ? [] : []].flat()',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'no-look-after-removal',
    breaks: 'Undo believes its own removals and does not look again whether anything is left.',
    edits: [{ file: ROLL_BACK, find: 'if (step.clean) break;', put: 'break;' }],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'disks-forgotten',
    breaks: 'Undo deletes the instances and forgets the disks that they leave behind.',
    edits: [
      {
        file: ROLL_BACK,
        find: 'await removeLeftDisks({ undo, left: survivors, among });',
        put: 'await removeLeftDisks({ undo, left: survivors, among: new Set(among === undefined ? [] : []) });',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'undo-tried-once',
    breaks: 'A step of the rollback whose worker dies is not given to another one.',
    edits: [
      {
        file: 'src/workflows/activity-options.ts',
        find: 'maximumAttempts = UNDO_ATTEMPTS + minutes * UNDO_ATTEMPTS_A_MINUTE',
        put: 'maximumAttempts = Math.min(UNDO_ATTEMPTS + minutes * UNDO_ATTEMPTS_A_MINUTE, 1)',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'attached-means-made-here',
    breaks: 'Any disk at an instance of the fleet is taken for the fleet’s own, whoever attached it.',
    edits: [
      {
        file: 'src/activities/made-with-instance.ts',
        find: 'if (disk.path === undefined || !input.snapshotDiskPaths.includes(disk.path)) return false;',
        put: 'if (disk.path === undefined) return false;',
      },
    ],
    campaigns: [test('activities/remove-instances', 'does not take a disk for its own')],
  },
];
