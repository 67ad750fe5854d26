import { portStates } from '../answers/port-states';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ instanceName: required(resourceName) });

export const getInstancePortStates = defineOperation({
  input,
  run: ({ instanceName }, { region }) => {
    const { bundleId } = findResource({ region, type: 'Instance', name: instanceName });
    return { portStates: portStates(region.bundles.get(bundleId)?.supportedPlatforms[0] ?? 'LINUX_UNIX') };
  },
});
