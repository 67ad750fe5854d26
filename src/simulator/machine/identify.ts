import type { Draft } from '../state/draft';
import type { ResourceType } from '../state/resources';

export interface IdentifyInput {
  draft: Draft;
  resourceType: ResourceType;
  region: string;
  name: string;
  nowMillis: number;
}

export interface Identity {
  region: string;
  name: string;
  arn: string;
  supportCode: string;
  serial: number;
  createdAtMillis: number;
}

/** What makes one resource this one and no other, even among those that bore its name before. */
export function identify({ draft, resourceType, region, name, nowMillis }: IdentifyInput): Identity {
  const uuid = draft.uuid(`${resourceType}|${region}|${name}`);
  const { accountId } = draft;
  return {
    region,
    name,
    arn: `arn:aws:lightsail:${region}:${accountId}:${resourceType}/${uuid}`,
    supportCode: `${accountId}/i-${uuid.replaceAll('-', '').slice(0, 17)}`,
    serial: draft.serial(),
    createdAtMillis: Math.round(nowMillis),
  };
}
