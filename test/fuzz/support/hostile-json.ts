import * as fc from 'fast-check';

/** Names that mean something to JavaScript's objects. */
const PROTOTYPE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
];

/** Text that breaks readers: lone surrogates, controls, bidi marks, blanks without an end, what looks like a template. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    ...PROTOTYPE_KEYS,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\udc00',
    '\u202e',
    '{index}',
    '{{',
    '*',
    '../..',
    '-',
  ),
  fc
    .record({
      of: fc.constantFrom('x', ' ', '-', '\n', '\u00e9', '\ud83d\ude00', '"', '\\'),
      times: fc.integer({ min: 1_000, max: 60_000 }),
    })
    .map(({ of, times }) => of.repeat(times)),
);

/** As deep as `JSON.stringify` can write it; deeper ones are tests of their own. */
const deepValue: fc.Arbitrary<unknown> = fc
  .record({ depth: fc.integer({ min: 100, max: 1_500 }), list: fc.boolean() })
  .map(({ depth, list }) => {
    let value: object = [];
    for (let level = 0; level < depth; level++) value = list ? [value] : { instanceNames: value };
    // fast-check would overflow the stack when it prints a failure.
    Object.defineProperty(value, fc.toStringMethod, { value: () => `<nested ${depth} deep>` });
    return value;
  });

const hostileLeaf: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, false, 0, -0, -1, 1.5, 1e308, 2 ** 53, Number.MIN_VALUE),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** What JSON can say, at its worst. An own `__proto__` as `JSON.parse` makes it, which an object literal does not. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, hostileLeaf, fc.array(tie('value'), { maxLength: 6 }), tie('object')),
      object: fc
        .array(fc.tuple(hostileText, tie('value')), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries) as unknown),
    })).value,
  },
  { weight: 1, arbitrary: deepValue },
  { weight: 1, arbitrary: fc.nat(20_000).map((length) => Array.from({ length }, (_, index) => index % 7)) },
);

/** An object with some of the given members, each of which may be anything, and with members of any other name. */
export function hostileObject(members: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .array(
      fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...members) }, hostileText), hostileJson),
      { maxLength: 8 },
    )
    .map((entries) => Object.fromEntries(entries));
}
