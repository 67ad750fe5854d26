import { z } from 'zod';
import { cloneFleetInputSchema } from './clone-fleet-input';
import { cloneFleetResultSchema } from './clone-fleet-result';
import { deleteFleetInputSchema } from './delete-fleet-input';
import { deleteFleetResultSchema, deleteProgressSchema } from './delete-fleet-result';
import { fleetFailureDetailsSchema } from './failure-details';
import { FAILURE_MEANINGS, FAILURE_TYPES } from './failures';
import { fleetPlanSchema } from './fleet-plan';
import { fleetProgressSchema } from './fleet-progress';
import { SCHEMA_EXAMPLES } from './schema-examples';
import { SCHEMA_NAMES, type SchemaName } from './schema-names';
import { sweepFleetsInputSchema } from './sweep-fleets-input';
import { sweepFleetsResultSchema } from './sweep-fleets-result';

export type JsonSchema = Record<string, unknown>;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const failureTypeSchema = z.enum(FAILURE_TYPES as [string, ...string[]]);

const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = {
  CloneFleetInput: cloneFleetInputSchema,
  CloneFleetResult: cloneFleetResultSchema,
  FleetPlan: fleetPlanSchema,
  FleetProgress: fleetProgressSchema,
  DeleteFleetInput: deleteFleetInputSchema,
  DeleteFleetResult: deleteFleetResultSchema,
  SweepFleetsInput: sweepFleetsInputSchema,
  SweepFleetsResult: sweepFleetsResultSchema,
  DeleteProgress: deleteProgressSchema,
  FailureType: failureTypeSchema,
  FleetFailureDetails: fleetFailureDetailsSchema,
};

/** What a schema does not say by itself. */
const REMARKS: Partial<Record<SchemaName, string>> = {
  CloneFleetInput:
    'A CreateInstancesFromSnapshot request as AWS documents it, and the member fleet. Names: instanceNames, or fleet.nameTemplate with fleet.count. Source: instanceSnapshotName, or sourceInstanceName with one of restoreDate and useLatestRestorableAutoSnapshot. Unknown members are refused.',
  DeleteFleetInput: 'fleetId, ownerId or both.',
  FailureType: FAILURE_TYPES.map((type) => `${type}: ${FAILURE_MEANINGS[type]}.`).join(' '),
};

/**
 * JSON Schema (2020-12) of one input or result, which stands alone. Made from the schema that validates: what that
 * accepts, this accepts. Rules between members are told in descriptions, and checked when a run starts.
 */
export function jsonSchemaOf({ name }: { name: SchemaName }): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(SCHEMAS[name], {
    // Results stay open, as the schemas are: a later version may add members.
    io: 'input',
    override: ({ jsonSchema }) => {
      // zod's whole numbers are those that JavaScript can hold, which no other language means.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // Its name is the key in $defs.
      delete jsonSchema.id;
    },
  });
  const description = [`${capitalized(SCHEMA_NAMES[name])}.`, REMARKS[name]].filter(Boolean).join(' ');
  return { $schema: DIALECT, title: name, description, ...schema, examples: SCHEMA_EXAMPLES[name] };
}

/** All of them in one document, under `$defs`: what generators of code take. */
export function allJsonSchemas(): JsonSchema {
  const definitions: Record<string, unknown> = {};
  for (const name of Object.keys(SCHEMA_NAMES) as SchemaName[]) {
    const { $schema: _dialect, $defs, ...schema } = jsonSchemaOf({ name });
    Object.assign(definitions, $defs, { [name]: schema });
  }
  return {
    $schema: DIALECT,
    title: 'lightsail-fleet',
    description: 'Every input and result of the workflows of lightsail-fleet, under $defs.',
    $defs: definitions,
  };
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
