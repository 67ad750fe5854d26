import Ajv2020, { type AnySchema } from 'ajv/dist/2020';
import { jsonSchemaOf } from '../../src/contract/json-schemas';
import type { SchemaName } from '../../src/contract/schema-names';

/** RFC 3339, as `Date.toISOString` writes it. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** In strict mode: a keyword that JSON Schema does not know is an error of ours. */
export function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajv.addFormat('date-time', DATE_TIME);
  return ajv;
}

/** What does not fit, one line each; empty where all does. */
export type SchemaCheck = (value: unknown) => string[];

export function schemaCheck(name: SchemaName): SchemaCheck {
  return checkAgainst(jsonSchemaOf({ name }));
}

/** Refuses members that the schema does not name, too: what we send is what we document. */
export function closedSchemaCheck(name: SchemaName): SchemaCheck {
  return checkAgainst(closed(jsonSchemaOf({ name })) as AnySchema);
}

function checkAgainst(schema: AnySchema): SchemaCheck {
  const validate = makeAjv().compile(schema);
  return (value) => {
    // As another language meets it: JSON.
    void validate(JSON.parse(JSON.stringify(value)));
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  };
}

/** Every object that lists its members, with no others. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return typeof inner['properties'] === 'object' && inner['type'] === 'object'
    ? { ...inner, additionalProperties: false }
    : inner;
}
