import { serializationError } from '../errors/aws-error';

/** Where a value stands in the request, and what was found wrong so far. */
export interface ReadContext {
  path: string;
  problems: string[];
}

/**
 * Reads one value of a request: a wrong JSON type is a SerializationException at once, a broken rule is a problem
 * among others. (Coral, AWS's service framework, does the same: first the types, then all constraints.)
 */
export type Shape<T> = (value: unknown, context: ReadContext) => T;

/** What a shape reads. */
export type ReadBy<S> = S extends Shape<infer T> ? T : never;

type Members = Readonly<Record<string, Shape<unknown>>>;
type Read<M extends Members> = { [K in keyof M]: ReadBy<M[K]> };

export const text: Shape<string> = (value) => {
  if (typeof value !== 'string') throw wrongType({ value, expected: 'a String' });
  return value;
};

export const flag: Shape<boolean> = (value) => {
  if (typeof value !== 'boolean') throw wrongType({ value, expected: 'a Boolean' });
  return value;
};

/**
 * `regex` as the API model gives it; not anchored, as clients read it too. `test` says the same of a text where
 * the model's own expression would take a time that grows with the square of the text's length.
 */
export function pattern(regex: RegExp, test: RegExp = regex): Shape<string> {
  return (value, context) => {
    const read = text(value, context);
    if (!test.test(read))
      violate({ value: read, context, rule: `satisfy regular expression pattern: ${regex.source}` });
    return read;
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return (value, context) => {
    const read = text(value, context);
    if (!(values as readonly string[]).includes(read)) {
      violate({ value: read, context, rule: `satisfy enum value set: [${values.join(', ')}]` });
    }
    return read as T;
  };
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return (value, { path, problems }) => {
    if (!Array.isArray(value)) throw wrongType({ value, expected: 'a List' });
    return value.map((element: unknown, index) => {
      if (element === null) throw wrongType({ value: element, expected: 'a member of a List' });
      return item(element, { path: `${path}.${index + 1}.member`, problems });
    });
  };
}

export function mapOf<T>(item: Shape<T>): Shape<Map<string, T>> {
  return (value, { path, problems }) => {
    const entries = Object.entries(asObject(value));
    return new Map(
      entries.map(([key, element]) => [key, item(element, { path: `${path}.${key}.member`, problems })]),
    );
  };
}

/** A member that must be there. */
export function required<T>(shape: Shape<T>): Shape<T> {
  return (value, context) => {
    if (value !== undefined && value !== null) return shape(value, context);
    context.problems.push(
      `Value null at '${context.path}' failed to satisfy constraint: Member must not be null`,
    );
    return undefined as T;
  };
}

/** A member that may be left out; null counts as left out. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, context) => (value === undefined || value === null ? undefined : shape(value, context));
}

/** Members that are not named are ignored, as AWS ignores them. */
export function structure<M extends Members>(members: M): Shape<Read<NoInfer<M>>> {
  const entries = Object.entries(members);
  return (value, { path, problems }) => {
    const object = asObject(value);
    const read: Record<string, unknown> = {};
    for (const [name, shape] of entries) {
      const member = Object.hasOwn(object, name) ? object[name] : undefined;
      const result = shape(member, { path: path === '' ? name : `${path}.${name}`, problems });
      if (result !== undefined) read[name] = result;
    }
    return read as Read<NoInfer<M>>;
  };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongType({ value, expected: 'a Structure' });
  }
  return value as Record<string, unknown>;
}

function wrongType({ value, expected }: { value: unknown; expected: string }): Error {
  const got = Array.isArray(value) ? 'LIST' : value === null ? 'NULL' : typeof value;
  return serializationError(`${got.toUpperCase()}_VALUE can not be converted to ${expected}`);
}

function violate(input: { value: string; context: ReadContext; rule: string }): void {
  const shown = input.value.length > 64 ? `${input.value.slice(0, 64)}…` : input.value;
  input.context.problems.push(
    `Value '${shown}' at '${input.context.path}' failed to satisfy constraint: Member must ${input.rule}`,
  );
}
