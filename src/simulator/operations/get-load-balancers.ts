import { loadBalancerAnswer } from '../answers/load-balancer-answer';
import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

export const getLoadBalancers = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }, context) => {
    const { rows, nextPageToken } = pageOfResources({ context, type: 'LoadBalancer', pageToken });
    return { loadBalancers: rows.map(loadBalancerAnswer), nextPageToken };
  },
});
