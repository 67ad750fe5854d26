import type { Mutant } from './mutant';
import { test, WORLDS, WRITTEN } from './named-campaigns';

const SETTLEMENT = 'src/activities/settlement.ts';
const CREATE = 'src/activities/create-instances.ts';

/** What becomes of a create whose answer nobody knows. */
export const CREATE_MUTANTS: readonly Mutant[] = [
  {
    name: 'adopts-any-instance',
    breaks: 'After an unknown outcome whatever has the name is adopted, whoever it belongs to.',
    edits: [
      {
        file: SETTLEMENT,
        find: 'isOwnedBy(instance.tags, ownerId)',
        put: '(isOwnedBy(instance.tags, ownerId) || instance.name !== undefined)',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'settling-skipped',
    breaks: 'After a lost answer the create is repeated at once: nothing is read back first.',
    edits: [
      {
        file: SETTLEMENT,
        find: 'if (this.patienceMillis === undefined) return;',
        put: 'if (this.patienceMillis !== Number.POSITIVE_INFINITY) return;',
      },
    ],
    campaigns: [test('e2e/unknown-outcomes', 'ends ready'), WRITTEN, WORLDS],
  },
  {
    name: 'lost-answer-means-nothing-made',
    breaks: 'A create whose answer was lost is taken for one that made nothing.',
    edits: [
      {
        file: SETTLEMENT,
        find: 'outcomeUnknown(): void {\n    this.nothingMade = false;',
        put: 'outcomeUnknown(): void {',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'second-attempt-trusts-the-first',
    breaks: 'A create that another worker takes over is sent as if the dead one had sent nothing.',
    edits: [
      {
        file: CREATE,
        find: 'if (Context.current().info.attempt > 1)',
        put: 'if (Context.current().info.attempt > 1_000)',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'sdk-repeats-creates',
    breaks: 'The SDK repeats a create by itself, three times in all.',
    edits: [
      {
        file: 'src/lightsail/sdk-clients.ts',
        find: 'const WRITE_ATTEMPTS = 1;',
        put: 'const WRITE_ATTEMPTS = 3;',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'repeat-without-owner-tag',
    breaks: 'A create that is repeated for the names that are missing carries no owner tag.',
    edits: [
      {
        file: CREATE,
        find: 'tags: creationTags({',
        put: 'tags: instanceNames !== input.instanceNames ? (request.tags ?? []) : creationTags({',
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
  {
    name: 'create-after-its-window',
    breaks: 'A create is sent whenever its turn comes: a worker that was frozen sends it when it wakes up.',
    edits: [
      {
        file: 'src/lightsail/call-sender.ts',
        find: 'sendBeforeMillis === undefined || Date.now() <= sendBeforeMillis',
        put: 'sendBeforeMillis === undefined || Number.isFinite(sendBeforeMillis)',
      },
    ],
    campaigns: [test('lightsail/aws-writes', 'too late')],
  },
  {
    name: 'rate-limit-off',
    breaks: 'Calls do not wait for their turn.',
    edits: [
      {
        file: 'src/lightsail/rate-limit.ts',
        find: 'while (tokens >= 0.999 && queue.grantNext())',
        put: 'while (queue.grantNext())',
      },
    ],
    // A busy machine sends too little in the worlds to break the rate.
    campaigns: [test('lightsail/rate-limit', 'calls leave at the rate'), WRITTEN, WORLDS],
  },
  {
    name: 'listing-taken-for-the-truth',
    breaks: 'An operation that the bulk listing does not show yet is taken for one that failed.',
    edits: [
      {
        file: 'src/lightsail/sweep.ts',
        find: 'await readSingly(input, wasWhole ? unseen.filter(isAskedFor) : unseen);',
        put: 'if (wasWhole) for (const { key } of unseen) list.report(key, undefined);\n    await readSingly(input, wasWhole ? unseen.filter(isAskedFor) : unseen);',
      },
      {
        file: 'src/activities/await-operations.ts',
        find: 'onItem: (operation) => take({ operation, ids, outcomes, input, beat }),',
        put: "onItem: (operation) => take({ operation, ids, outcomes, input, beat }),\n            onMissing: (id) => take({ operation: { id, status: 'Failed' }, ids, outcomes, input, beat }),",
      },
    ],
    campaigns: [WRITTEN, WORLDS],
  },
];
