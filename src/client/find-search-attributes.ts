import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from '../contract/search-attributes';

/** Values of the API's enum `IndexedValueType` (temporal/api/enums/v1/common.proto). */
export const INDEXED_VALUE_TYPES: Record<string, number> = { Keyword: 2, Int: 3 };

export interface FindSearchAttributesInput {
  connection: { operatorService: Pick<Connection['operatorService'], 'listSearchAttributes'> };
  namespace: string;
}

export interface FoundSearchAttributes {
  /** Ours that nobody has registered. */
  missing: { name: string; type: string }[];
  /** Somebody else's of our names: `FleetSize is not Int`. */
  wrong: string[];
}

/** How the search attributes of a namespace stand to those that the workflows set. */
export async function findSearchAttributes({
  connection,
  namespace,
}: FindSearchAttributesInput): Promise<FoundSearchAttributes> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTE_DEFINITIONS.filter(({ name }) => customAttributes?.[name] === undefined);
  const wrong = SEARCH_ATTRIBUTE_DEFINITIONS.filter(({ name, type }) => {
    const found = customAttributes?.[name];
    return found !== undefined && Number(found) !== INDEXED_VALUE_TYPES[type];
  });
  return { missing: [...missing], wrong: wrong.map(({ name, type }) => `${name} is not ${type}`) };
}
