import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from '../contract/search-attributes';
import { findSearchAttributes, INDEXED_VALUE_TYPES } from './find-search-attributes';

/** Adding attributes to an SQL visibility store alters tables. */
const CALL_LIMIT_MILLIS = 30_000;

export interface RegisterSearchAttributesInput {
  connection: Connection;
  namespace: string;
}

export interface RegisterSearchAttributesResult {
  registered: string[];
  alreadyThere: string[];
}

/** Makes sure that a namespace has the search attributes that the workflows set. Safe to repeat. */
export async function registerSearchAttributes({
  connection,
  namespace,
}: RegisterSearchAttributesInput): Promise<RegisterSearchAttributesResult> {
  return connection.withDeadline(Date.now() + CALL_LIMIT_MILLIS, async () => {
    const { operatorService } = connection;
    const { missing, wrong } = await findSearchAttributes({ connection, namespace });
    if (wrong.length > 0) throw new SearchAttributeTypeError(namespace, wrong);
    if (missing.length > 0) {
      await operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(
          missing.map(({ name, type }) => [name, INDEXED_VALUE_TYPES[type] ?? 0]),
        ),
      });
    }
    const registered = missing.map(({ name }) => name);
    const alreadyThere = SEARCH_ATTRIBUTE_DEFINITIONS.map(({ name }) => name as string).filter(
      (name) => !registered.includes(name),
    );
    return { registered, alreadyThere };
  });
}

/** Somebody else's attributes of our names: a worker would stall on setting them. */
export class SearchAttributeTypeError extends Error {
  constructor(namespace: string, wrong: string[]) {
    super(
      `namespace ${namespace} has search attributes of our names with another type: ${wrong.join(', ')}. ` +
        `Remove them (temporal operator search-attribute remove), or use another namespace`,
    );
    this.name = 'SearchAttributeTypeError';
  }
}
