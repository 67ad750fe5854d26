import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Search attributes of a run. Never encrypted by Temporal, so nothing secret goes here. */
export const SEARCH_ATTRIBUTES = {
  state: defineSearchAttributeKey('FleetState', SearchAttributeType.KEYWORD),
  region: defineSearchAttributeKey('FleetRegion', SearchAttributeType.KEYWORD),
  source: defineSearchAttributeKey('FleetSource', SearchAttributeType.KEYWORD),
  group: defineSearchAttributeKey('FleetGroup', SearchAttributeType.KEYWORD),
  size: defineSearchAttributeKey('FleetSize', SearchAttributeType.INT),
};

/** Name and Temporal type (as `temporal operator search-attribute create` takes it) of each attribute. */
export const SEARCH_ATTRIBUTE_DEFINITIONS = [
  { name: 'FleetState', type: 'Keyword' },
  { name: 'FleetRegion', type: 'Keyword' },
  { name: 'FleetSource', type: 'Keyword' },
  { name: 'FleetGroup', type: 'Keyword' },
  { name: 'FleetSize', type: 'Int' },
] as const;
