import { staticIpAnswer } from '../answers/static-ip-answer';
import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

export const getStaticIps = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }, context) => {
    const { rows, nextPageToken } = pageOfResources({ context, type: 'StaticIp', pageToken });
    return { staticIps: rows.map(staticIpAnswer), nextPageToken };
  },
});
