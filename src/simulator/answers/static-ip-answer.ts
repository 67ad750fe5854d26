import type { StaticIp } from '../state/resources';
import { resourceAnswer } from './resource-answer';

/** `StaticIp` of the API model; it has no tags there. */
export function staticIpAnswer(staticIp: StaticIp): object {
  return Object.assign(resourceAnswer(staticIp), {
    tags: undefined,
    ipAddress: staticIp.ipAddress,
    attachedTo: staticIp.attachedTo,
    isAttached: staticIp.attachedTo !== undefined,
  });
}
