import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Temporal's own, set on every run that a schedule starts: when it was due, without jitter. */
export const SCHEDULED_START = defineSearchAttributeKey(
  'TemporalScheduledStartTime',
  SearchAttributeType.DATETIME,
);

/** Temporal's own: the id of the schedule that started the run. */
export const SCHEDULED_BY = defineSearchAttributeKey('TemporalScheduledById', SearchAttributeType.KEYWORD);
