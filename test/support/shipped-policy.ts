import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPackageRoot } from '../../src/dev-stack/package-root';

export type ShippedPolicy = 'worker-policy' | 'worker-policy-tagged-snapshots';

export interface PolicyDocument {
  Version: string;
  Statement: { Sid: string; Effect: string; Action: string | string[]; Resource: string | string[] }[];
}

/** A policy of deploy/iam, as people attach it. */
export async function readShippedPolicy(name: ShippedPolicy): Promise<PolicyDocument> {
  const path = join(findPackageRoot(__dirname), 'deploy', 'iam', `${name}.json`);
  return JSON.parse(await readFile(path, 'utf8')) as PolicyDocument;
}
