import type { Mutant } from './mutant';
import { test, WORLDS, WRITTEN } from './named-campaigns';

const FAIL_FLEET = 'src/workflows/fail-fleet.ts';

/** When a fleet stands, and what a run says of its end. */
export const END_MUTANTS: readonly Mutant[] = [
  {
    name: 'failed-operation-counts',
    breaks: 'An operation that failed is taken for one that succeeded.',
    edits: [
      {
        file: 'src/activities/await-operations.ts',
        find: "new Set(['Succeeded', 'Completed'])",
        put: "new Set(['Succeeded', 'Completed', 'Failed'])",
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'stands-with-one-fewer',
    breaks: 'A fleet stands with one instance fewer than fleet.minReady asks for.',
    edits: [
      {
        file: 'src/workflows/create-fleet.ts',
        find: 'instanceCount - run.failed.length < standing.minReady',
        put: 'instanceCount - run.failed.length < standing.minReady - 1',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'replaced-not-removed',
    breaks: 'An instance that failed is made again without being removed first.',
    edits: [
      {
        file: 'src/workflows/run-batch.ts',
        find: 'await removeFailed({ ...input, names: batch.instanceNames, label: batch.id });',
        put: 'void removeFailed;',
      },
    ],
    campaigns: [test('e2e/partial-fleet', 'made again'), WORLDS],
  },
  {
    name: 'failed-not-removed',
    breaks: 'A fleet stands without the instances that failed, and leaves them there.',
    edits: [
      {
        file: 'src/workflows/create-fleet.ts',
        find: 'if (names.length > 0) await removeFailed(',
        put: 'if (names.length > 1_000) await removeFailed(',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'kept-not-named',
    breaks: 'A fleet that is kept does not name the instances that it leaves.',
    edits: [
      {
        file: 'src/workflows/keep-fleet.ts',
        find: '...there.map((name) => survivor(name, keptText(tagged.get(name)))),',
        put: '...there.slice(0, 0).map((name) => survivor(name, keptText(tagged.get(name)))),',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'kept-late-not-named',
    breaks: 'A fleet that is kept does not name what a lost answer may still make.',
    edits: [
      {
        file: 'src/workflows/keep-fleet.ts',
        find: '      ...hidden.map((name) =>\n        survivor(name, `not there yet${withDisks(run)}, but its create may still land`),\n      ),\n',
        put: '',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'survivors-swallowed',
    breaks: 'A rollback that left something behind ends as quietly as one that did not.',
    edits: [
      {
        file: FAIL_FLEET,
        find: 'if (run.survivors.length === 0) return rolledBackFailure(cause, madeSomething);',
        put: 'if (run.survivors.length >= 0) return rolledBackFailure(cause, madeSomething);',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
];
