import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { readPageToken } from './page-token';

/** There are no load balancers here; the operation is served because names are looked for among them. */
export const getLoadBalancers = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }) => {
    readPageToken({ listing: 'LoadBalancers', pageToken });
    return { loadBalancers: [] };
  },
});
