import type { Bundle, Region } from '@aws-sdk/client-lightsail';
import { isLightsailError } from '../lightsail/lightsail-error';
import type { CallOptions, LightsailApi } from '../lightsail/lightsail-api';
import { readAll } from '../lightsail/read-all';
import { describeLightsailError } from './fleet-errors';

/**
 * Regions, zones and bundles change a few times a year. A plan that would refuse a request by an old answer asks
 * again (`fresh`), so age can at worst let a request through to AWS's own check.
 */
const KEPT_MILLIS = 10 * 60_000;

export interface CatalogueRead extends CallOptions {
  api: LightsailApi;
  /** Do not take an answer from before. */
  fresh?: boolean;
}

/** What AWS offers, read once for all plans of a worker: a call each that many small fleets share. */
export interface Catalogue {
  regions: (input: CatalogueRead) => Promise<Region[]>;
  /** Bundles of the port's Region, the retired ones too. */
  bundles: (input: CatalogueRead) => Promise<Bundle[]>;
  /** Those of Lightsail for Research, which few fleets have: read when a plan asks for one. */
  researchBundles: (input: CatalogueRead) => Promise<Bundle[]>;
}

export function createCatalogue({ now = Date.now }: { now?: () => number } = {}): Catalogue {
  return {
    regions: keptByRegion({ now, read: ({ api, signal }) => api.getRegions({ signal }) }),
    bundles: keptByRegion({
      now,
      read: ({ api, signal }) => readAll((pageToken) => api.getBundles({ pageToken }, { signal })),
    }),
    researchBundles: keptByRegion({
      now,
      read: ({ api, signal }) =>
        readAll((pageToken) => api.getBundles({ pageToken, appCategory: 'LfR' }, { signal })),
    }),
  };
}

export interface WarmCatalogueInput extends CatalogueRead {
  catalogue: Catalogue;
  logger: { warn: (fields: object, message: string) => void };
}

/**
 * Reads both ahead of the first plan, which then takes as few calls as any other. What every plan would meet is said
 * in the log, so that missing credentials show when a worker starts and not when somebody needs it.
 */
export async function warmCatalogue({ catalogue, logger, ...read }: WarmCatalogueInput): Promise<void> {
  try {
    await Promise.all([catalogue.regions(read), catalogue.bundles(read)]);
  } catch (error) {
    if (read.signal?.aborted === true) return;
    const cause = isLightsailError(error) ? describeLightsailError(error) : String(error);
    logger.warn({ region: read.api.region, cause }, 'Lightsail does not answer as it should');
  }
}

interface KeptByRegionInput<Answer> {
  now: () => number;
  read: (input: CatalogueRead) => Promise<Answer>;
}

/** Keeps answers only: a call that failed or was cancelled says nothing to the next plan. */
function keptByRegion<Answer>({ now, read }: KeptByRegionInput<Answer>) {
  const kept = new Map<string, { answer: Answer; readAt: number }>();
  return async (input: CatalogueRead): Promise<Answer> => {
    const { region } = input.api;
    const known = kept.get(region);
    if (known !== undefined && input.fresh !== true && now() - known.readAt < KEPT_MILLIS)
      return known.answer;
    const answer = await read(input);
    kept.set(region, { answer, readAt: now() });
    return answer;
  };
}
