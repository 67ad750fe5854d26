import { Context } from '@temporalio/activity';
import type { Problem } from '../contract/failures';
import type { LookScope } from '../contract/owned-activities';
import { isLightsailError } from '../lightsail/lightsail-error';
import type { ActivityDependencies } from './dependencies';

/** Lightsail's first Region; every account has it. */
const HOME_REGION = 'us-east-1';

export type RegionsToLookIn =
  { scope: LookScope; problems?: undefined } | { scope?: undefined; problems: Problem[] };

/** The named Regions, each once, or all; with a problem for each that is none. */
export async function regionsToLookIn(
  dependencies: ActivityDependencies,
  named: string[] | undefined,
): Promise<RegionsToLookIn> {
  if (named === undefined) {
    return { scope: { regions: await listRegions(dependencies, { fresh: false }), regionsNamed: false } };
  }
  const problems = await findUnknown(dependencies, named);
  if (problems.length > 0) return { problems };
  return { scope: { regions: [...new Set(named)], regionsNamed: true } };
}

/**
 * A Region that is none answers with what looks like wrong credentials, or not at all. Where the list cannot be read,
 * the named ones are taken as they are: a Region that works is not to wait for another one, or for a policy that
 * shuts that one off.
 */
async function findUnknown(dependencies: ActivityDependencies, named: string[]): Promise<Problem[]> {
  try {
    const kept = await listRegions(dependencies, { fresh: false });
    if (named.every((region) => kept.includes(region))) return [];
    const known = await listRegions(dependencies, { fresh: true });
    return named.flatMap((region, position) =>
      known.includes(region)
        ? []
        : [
            {
              path: `regions[${String(position)}]`,
              message: `no such Region ${region}; Regions are ${known.join(', ')}`,
            },
          ],
    );
  } catch (error) {
    if (!isLightsailError(error)) throw error;
    return [];
  }
}

async function listRegions(
  { catalogue, lightsail }: ActivityDependencies,
  { fresh }: { fresh: boolean },
): Promise<string[]> {
  const signal = Context.current().cancellationSignal;
  const regions = await catalogue.regions({ api: lightsail(HOME_REGION), signal, fresh });
  return regions.flatMap(({ name }) => (name === undefined ? [] : [name]));
}
