/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import { isSchemaName, SCHEMA_NAMES, type SchemaName } from '../../contract/schema-names';
import type { CommandModule } from '../command-module';
import { EXIT_CODES } from '../exit-codes';
import { UsageError } from '../usage-error';

const NAMES = Object.keys(SCHEMA_NAMES) as SchemaName[];
const NAME_WIDTH = Math.max(...NAMES.map((name) => name.length));

const EXAMPLES = `
Names:
${NAMES.map((name) => `  ${name.padEnd(NAME_WIDTH)}  ${SCHEMA_NAMES[name]}`).join('\n')}

Without a name: all of them in one document, under $defs. With --json: on one line.

Examples:
  lightsail-fleet schema CloneFleetInput
  lightsail-fleet schema > lightsail-fleet.schema.json     (for a generator of types in your language)`;

export const schemaCommand: CommandModule<object> = {
  configure: (command) =>
    void command.argument('[name]', 'one of the names below').addHelpText('after', EXAMPLES),

  async run({ context, operands }) {
    const { allJsonSchemas, jsonSchemaOf } =
      require('../../contract/json-schemas') as typeof import('../../contract/json-schemas');
    const [name] = operands;
    const schema = name === undefined ? allJsonSchemas() : jsonSchemaOf({ name: parseName(name) });
    if (context.json) context.printJson(schema);
    else context.print(JSON.stringify(schema, undefined, 2));
    return EXIT_CODES.done;
  },
};

function parseName(text: string): SchemaName {
  if (isSchemaName(text)) return text;
  const wanted = text.toLowerCase();
  // Somebody who has the name of a workflow, a query or an update gets to its schemas, too.
  const near = NAMES.filter((name) => `${name} ${SCHEMA_NAMES[name]}`.toLowerCase().includes(wanted));
  const hint = near.length === 0 ? '' : `. Did you mean ${near.join(' or ')}?`;
  throw new UsageError(`schema: expected one of ${NAMES.join(', ')}, got ${JSON.stringify(text)}${hint}`);
}
