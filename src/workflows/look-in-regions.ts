import { ApplicationFailure, isCancellation } from '@temporalio/workflow';
import type { LookScope } from '../contract/owned-activities';
import { detailsOf, messageOfRoot, rootOf } from './fleet-failure';
import type { OwnedRun } from './owned-run';

export interface LookInRegionsInput<Seen> {
  run: OwnedRun;
  scope: LookScope;
  look: (region: string) => Promise<Seen>;
}

export type LookedInRegions<Seen> = { region: string; seen: Seen }[];

/**
 * Looks in every Region at once. One that cannot be read does not hide the others; where none can, its failure goes on.
 *
 * Credentials that one Region takes and another does not even know are those of an account that has not enabled the
 * other: nothing can be there. It is told as unread, and is no reason for alarm unless somebody named it.
 */
export async function lookInRegions<Seen>({
  run,
  scope,
  look,
}: LookInRegionsInput<Seen>): Promise<LookedInRegions<Seen>> {
  run.regions = scope.regions;
  const seen: LookedInRegions<Seen> = [];
  const failures: { region: string; error: unknown }[] = [];
  await Promise.all(
    scope.regions.map(async (region) => {
      try {
        seen.push({ region, seen: await look(region) });
      } catch (error) {
        failures.push({ region, error });
      }
    }),
  );
  const cancelled = failures.find(({ error }) => isCancellation(error));
  if (cancelled !== undefined) throw cancelled.error;
  if (seen.length === 0 && failures[0] !== undefined) throw failures[0].error;
  for (const { region, error } of failures) {
    const unread = { region, cause: messageOfRoot(error) };
    if (scope.regionsNamed || !isNotEnabled(error)) run.noteBlind(unread);
    else run.unread.push({ ...unread, notEnabled: true });
  }
  const order = (region: string) => scope.regions.indexOf(region);
  seen.sort((a, b) => order(a.region) - order(b.region));
  return seen;
}

function isNotEnabled(error: unknown): boolean {
  const root = rootOf(error);
  return root instanceof ApplicationFailure && detailsOf(root)?.errorKind === 'unauthenticated';
}
