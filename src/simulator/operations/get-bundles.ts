import { flag, oneOf, optional, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';
import { readPageToken, writePageToken } from './page-token';

const input = structure({
  includeInactive: optional(flag),
  pageToken: optional(text),
  appCategory: optional(oneOf(['LfR'])),
});

/** Bundles of Lightsail for Research are listed to who asks for them, and to nobody else (API reference). */
export const getBundles = defineOperation({
  input,
  run: ({ includeInactive, pageToken, appCategory }, { region, state }) => {
    const start = readPageToken({ listing: 'Bundles', pageToken }) + 1;
    const all = [...region.bundles.values()].filter(
      ({ isActive, supportedAppCategories }) =>
        supportedAppCategories.length > 0 === (appCategory === 'LfR') &&
        (isActive || includeInactive === true),
    );
    const end = start + state.settings.listingPageSize;
    return {
      bundles: all.slice(start, end),
      nextPageToken: end < all.length ? writePageToken({ listing: 'Bundles', position: end - 1 }) : undefined,
    };
  },
});
