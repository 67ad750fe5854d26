import { allOrNothing } from './audit/all-or-nothing';
import { createIsRegistered } from './audit/create-is-registered';
import { deleteIsRecorded } from './audit/delete-is-recorded';
import type { Evidence } from './audit/evidence';
import { failedAsTold } from './audit/failed-as-told';
import { loudForAReason } from './audit/loud-for-a-reason';
import { noDoubleCreate } from './audit/no-double-create';
import { nothingForeign } from './audit/nothing-foreign';
import { nothingUnnamed } from './audit/nothing-unnamed';
import { rateIsKept } from './audit/rate-is-kept';
import { removalAsTold } from './audit/removal-as-told';
import { removalKeepsOut } from './audit/removal-keeps-out';
import { untaggedIsLeft } from './audit/untagged-is-left';
import { tellStory, type WorldStory } from './audit/world-story';

/** By name, as a violation shows it. */
const CHECKS: Readonly<Record<string, (story: WorldStory) => string[]>> = {
  'all or nothing': allOrNothing,
  'nothing unnamed at the end': nothingUnnamed,
  'nothing foreign touched': nothingForeign,
  'what lost its owner tag is left': untaggedIsLeft,
  'no double create': noDoubleCreate,
  'no create without a registered undo': createIsRegistered,
  'no delete without a record': deleteIsRecorded,
  'a removal keeps out of what is not its': removalKeepsOut,
  'a removal is as it tells': removalAsTold,
  'rate kept': rateIsKept,
  'loud only for a reason': loudForAReason,
  'failed as it tells': failedAsTold,
};

export interface Violation {
  check: string;
  /** What happened, for a person. */
  sentence: string;
}

/**
 * Holds what happened in a world against the promises (README, "What you can rely on"). Knows nothing of the product: it
 * reads the world's ledger, the outcomes of the runs and their histories.
 */
export function audit(evidence: Evidence): Violation[] {
  const story = tellStory(evidence);
  return Object.entries(CHECKS).flatMap(([check, judge]) =>
    judge(story).map((sentence) => ({ check, sentence })),
  );
}
