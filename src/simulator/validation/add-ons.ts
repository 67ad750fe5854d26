import { invalidInput } from '../errors/aws-error';
import type { AddOnInput } from '../operations/create-instances-input';
import type { AddOn } from '../state/resources';

/** The add-ons of a request. StopInstanceOnIdle needs both of its values (API reference, AddOnRequest). */
export function readAddOns(requests: readonly AddOnInput[]): AddOn[] {
  const seen = new Set<string>();
  return requests.map(({ addOnType, autoSnapshotAddOnRequest, stopInstanceOnIdleRequest }): AddOn => {
    if (seen.has(addOnType)) throw invalidInput(`The add-on is given more than once: ${addOnType}`);
    seen.add(addOnType);
    if (addOnType === 'AutoSnapshot') {
      const time = autoSnapshotAddOnRequest?.snapshotTimeOfDay;
      return { name: addOnType, ...(time === undefined ? {} : { snapshotTimeOfDay: time }) };
    }
    const { threshold, duration } = stopInstanceOnIdleRequest ?? {};
    if (threshold === undefined || duration === undefined) {
      throw invalidInput('The add-on StopInstanceOnIdle needs a threshold and a duration.');
    }
    return { name: addOnType, threshold, duration };
  });
}
