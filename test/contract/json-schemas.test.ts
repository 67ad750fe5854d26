import * as fc from 'fast-check';
import { cloneFleetInputSchema } from '../../src/contract/clone-fleet-input';
import { deleteFleetInputSchema } from '../../src/contract/delete-fleet-input';
import { FAILURE_TYPES } from '../../src/contract/failures';
import { allJsonSchemas, jsonSchemaOf } from '../../src/contract/json-schemas';
import { AWAIT_PLAN_UPDATE, PROGRESS_QUERY, WORKFLOW_TYPES } from '../../src/contract/names';
import { SCHEMA_EXAMPLES } from '../../src/contract/schema-examples';
import { SCHEMA_NAMES, type SchemaName } from '../../src/contract/schema-names';
import { sweepFleetsInputSchema } from '../../src/contract/sweep-fleets-input';
import { fuzzSettings } from '../fuzz/support/fuzz-settings';
import { hostileJson, hostileObject } from '../fuzz/support/hostile-json';
import { validRequest } from '../fuzz/support/valid-request';
import { fleetRequest } from '../support/fleet-request';
import { closedSchemaCheck, makeAjv, schemaCheck } from '../support/json-schema-check';

const NAMES = Object.keys(SCHEMA_NAMES) as SchemaName[];

/** Path of every member that a schema names without a word on what it is. */
function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, { description?: string }> };
  const own = Object.entries(properties).flatMap(([name, member]) => [
    ...(member.description === undefined ? [`${path}.${name}`] : []),
    ...undescribed(member, `${path}.${name}`),
  ]);
  const inner = Object.entries(rest).filter(([key]) => key !== 'examples');
  return [...own, ...inner.flatMap(([key, value]) => undescribed(value, `${path}/${key}`))];
}

describe.each(NAMES)('the JSON Schema of %s', (name) => {
  it('is one of 2020-12 that stands alone and says where it is met', () => {
    const schema = jsonSchemaOf({ name });
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: name });
    const words = SCHEMA_NAMES[name].slice(1);
    expect(schema['description']).toContain(words);
    expect(makeAjv().validateSchema(schema)).toBe(true);
  });

  it('describes every member', () => {
    expect(undescribed(jsonSchemaOf({ name }))).toEqual([]);
  });

  it('has examples that it accepts, with no member that it does not name', () => {
    const examples: unknown[] = SCHEMA_EXAMPLES[name];
    expect(jsonSchemaOf({ name })['examples']).toEqual(examples);
    expect(examples).not.toHaveLength(0);
    const check = closedSchemaCheck(name);
    expect(examples.flatMap(check)).toEqual([]);
  });
});

describe('all JSON Schemas in one document', () => {
  it('are the same schemas, and point at nothing that is not in it', () => {
    const document = allJsonSchemas();
    const ajv = makeAjv();
    ajv.addSchema(document, 'all');
    for (const name of NAMES) {
      const validate = ajv.getSchema(`all#/$defs/${name}`);
      for (const example of SCHEMA_EXAMPLES[name]) expect(validate?.(example)).toBe(true);
      expect(validate?.(7)).toBe(false);
    }
  });

  it('leave out no workflow, query, update or failure', () => {
    const where = Object.values(SCHEMA_NAMES).join('\n');
    for (const type of [...Object.values(WORKFLOW_TYPES), PROGRESS_QUERY, AWAIT_PLAN_UPDATE])
      expect(where).toContain(type);
    for (const type of Object.values(WORKFLOW_TYPES))
      expect(where.split('\n').filter((line) => line.includes(type)).length).toBeGreaterThanOrEqual(2);
    expect(jsonSchemaOf({ name: 'FailureType' })['enum']).toEqual(FAILURE_TYPES);
  });
});

describe('what the validator accepts, its JSON Schema accepts', () => {
  it.each([
    ['CloneFleetInput', cloneFleetInputSchema],
    ['DeleteFleetInput', deleteFleetInputSchema],
    ['SweepFleetsInput', sweepFleetsInputSchema],
  ] as const)('%s', (name, validator) => {
    const check = schemaCheck(name);
    const members = Object.keys(validator.shape);
    const broken = fc
      .tuple(validRequest, fc.constantFrom(...members), hostileJson)
      .map(([request, member, value]) => ({ ...request, [member]: value }));
    const anything = fc.oneof(validRequest, broken, hostileObject(members));
    fc.assert(
      fc.property(anything, (input) => {
        const json: unknown = JSON.parse(JSON.stringify(input));
        if (validator.safeParse(json).success) expect(check(json)).toEqual([]);
      }),
      fuzzSettings({ numRuns: 200 }),
    );
  });
});

describe('what a generator of code must not offer is refused', () => {
  it.each([
    ['an unknown member', { userdata: 'x' }, 'must NOT have additional properties'],
    ['a number as a name', { keyPairName: 7 }, '/keyPairName must be string'],
    ['a zone that is none', { availabilityZone: 'us-east-1' }, '/availabilityZone must match pattern'],
    ['too many instances', { fleet: { count: 1001 } }, '/fleet/count must be <= 1000'],
    ['half an instance', { fleet: { count: 1.5 } }, '/fleet/count must be integer'],
    ['no name at all', { instanceNames: [] }, '/instanceNames must NOT have fewer than 1 items'],
    ['a word of another list', { ipAddressType: 'ipv5' }, '/ipAddressType must be equal to one of'],
  ])('%s', (_what, change, says) => {
    const request = { ...fleetRequest(), ...change };
    expect(schemaCheck('CloneFleetInput')(fleetRequest())).toEqual([]);
    expect(schemaCheck('CloneFleetInput')(request).join('\n')).toContain(says);
  });
});
