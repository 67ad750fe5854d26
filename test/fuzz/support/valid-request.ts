import * as fc from 'fast-check';
import type { CloneFleetInput } from '../../../src/contract/clone-fleet-input';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const INNER = [...LETTERS, '.', '_', '-'];

const resourceName = fc
  .tuple(
    fc.constantFrom(...LETTERS),
    fc.string({ unit: fc.constantFrom(...INNER), maxLength: 40 }),
    fc.constantFrom(...LETTERS),
  )
  .map((parts) => parts.join(''));

const tagText = fc.string({
  unit: fc.constantFrom(...INNER, ' ', '/', '=', '+', '@', 'é', '世', '٣'),
  minLength: 1,
  maxLength: 100,
});

const tags = fc.uniqueArray(
  fc.record(
    { key: tagText.filter((key) => !/^(aws|lightsail-fleet):/i.test(key)), value: tagText },
    { requiredKeys: ['key'] },
  ),
  { selector: ({ key }) => key.toLowerCase(), maxLength: 20 },
);

const named = fc.uniqueArray(resourceName, {
  minLength: 1,
  maxLength: 30,
  selector: (name) => name.toLowerCase(),
});

/** By a list of names, or by a template and a count. */
const naming: fc.Arbitrary<CloneFleetInput> = fc.oneof(
  named.map((instanceNames) => ({ instanceNames })),
  fc
    .record({
      prefix: resourceName,
      count: fc.integer({ min: 1, max: 1000 }),
      batchSize: fc.integer({ min: 1, max: 100 }),
    })
    .map(({ prefix, count, batchSize }) => ({
      fleet: { nameTemplate: `${prefix}-{index}`, count, batchSize },
    })),
) as fc.Arbitrary<CloneFleetInput>;

const source = fc.oneof(
  resourceName.map((instanceSnapshotName) => ({ instanceSnapshotName })),
  resourceName.map((sourceInstanceName) => ({ sourceInstanceName, useLatestRestorableAutoSnapshot: true })),
  resourceName.map((sourceInstanceName) => ({ sourceInstanceName, restoreDate: '2026-11-22' })),
);

const rest = fc.record(
  {
    availabilityZone: fc.constantFrom('us-east-1a', 'eu-west-1b', 'ap-southeast-2c'),
    bundleId: fc.constantFrom('nano_3_0', 'small_3_0'),
    keyPairName: resourceName,
    userData: fc.string({ unit: 'grapheme', maxLength: 500 }),
    tags,
  },
  { requiredKeys: ['availabilityZone', 'bundleId'] },
);

/** Requests that the contract accepts. */
export const validRequest: fc.Arbitrary<CloneFleetInput> = fc
  .tuple(naming, source, rest)
  .map(([a, b, c]) => ({ ...a, ...b, ...c }));
