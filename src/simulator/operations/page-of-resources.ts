import type { ResourceOf, ResourceType } from '../state/resources';
import type { ResourceTable } from '../state/resource-table';
import type { OperationContext } from './operation-spec';
import { readPageToken, writePageToken } from './page-token';

export interface PageOfResourcesResult<T extends ResourceType> {
  rows: readonly ResourceOf<T>[];
  nextPageToken: string | undefined;
}

/** One page of a listing, oldest first. What is deleted between two pages is skipped; nothing is given twice. */
export function pageOfResources<T extends ResourceType>(input: {
  context: OperationContext;
  type: T;
  pageToken: string | undefined;
}): PageOfResourcesResult<T> {
  const { context, type, pageToken } = input;
  const afterSerial = readPageToken({ listing: type, pageToken });
  const table = context.region.tables[type] as unknown as ResourceTable<ResourceOf<T>>;
  const { rows, more } = table.page({ afterSerial, limit: context.state.settings.listingPageSize });
  const last = rows.at(-1);
  const nextPageToken = more && last ? writePageToken({ listing: type, position: last.serial }) : undefined;
  return { rows, nextPageToken };
}
