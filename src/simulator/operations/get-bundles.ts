import { flag, oneOf, optional, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';
import { readPageToken, writePageToken } from './page-token';

const input = structure({
  includeInactive: optional(flag),
  pageToken: optional(text),
  appCategory: optional(oneOf(['LfR'])),
});

/** Lightsail for Research has bundles of its own, which are not simulated. */
export const getBundles = defineOperation({
  input,
  run: ({ includeInactive, pageToken, appCategory }, { region, state }) => {
    const start = readPageToken({ listing: 'Bundles', pageToken }) + 1;
    const all = [...region.bundles.values()].filter(
      ({ isActive }) => appCategory === undefined && (isActive || includeInactive === true),
    );
    const end = start + state.settings.listingPageSize;
    return {
      bundles: all.slice(start, end).map((bundle) => ({ ...bundle, supportedAppCategories: [] })),
      nextPageToken: end < all.length ? writePageToken({ listing: 'Bundles', position: end - 1 }) : undefined,
    };
  },
});
