/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import { InvalidRequestError } from '../../client/client-errors';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { Problem } from '../../contract/failures';
import { FLEET_ID_RULE, isFleetId } from '../../contract/fleet-id';
import type { FleetFlags } from './fleet-flags';
import { flagsToRequest, type LooseRequest } from './flags-to-request';
import { parseRequestText } from './parse-request-text';
import { readRequestFile } from './read-request-file';

export interface ReadFleetRequestInput {
  flags: FleetFlags;
  fleetId?: string | undefined;
  stdin: NodeJS.ReadableStream;
}

/**
 * The request that `--file` and flags describe together. Every problem at once, before anything is connected to.
 *
 * Throws RequestFileError or InvalidRequestError.
 */
export async function readFleetRequest({
  flags,
  fleetId,
  stdin,
}: ReadFleetRequestInput): Promise<CloneFleetInput> {
  const base = flags.file === undefined ? {} : await readBase(flags.file, stdin);
  const userData =
    flags.userDataFile === undefined ? undefined : await readRequestFile({ path: flags.userDataFile, stdin });
  const { request, problems } = flagsToRequest({ flags, base, userData });
  const { parseCloneFleetInput } =
    require('../../contract/clone-fleet-input') as typeof import('../../contract/clone-fleet-input');
  const parsed = parseCloneFleetInput(request);
  const all = [...idProblems(fleetId), ...emptyProblems(userData), ...problems, ...(parsed.problems ?? [])];
  if (parsed.input === undefined || all.length > 0) throw new InvalidRequestError(all.map(withFlag));
  return parsed.input;
}

async function readBase(path: string, stdin: NodeJS.ReadableStream): Promise<LooseRequest> {
  const text = await readRequestFile({ path, stdin });
  const request = parseRequestText({ text, name: path === '-' ? 'stdin' : path });
  return request;
}

function idProblems(fleetId: string | undefined): Problem[] {
  if (fleetId === undefined || isFleetId(fleetId)) return [];
  return [{ path: '--id', message: `${FLEET_ID_RULE}, got ${JSON.stringify(fleetId)}` }];
}

function emptyProblems(userData: string | undefined): Problem[] {
  if (userData === undefined || userData.trim() !== '') return [];
  return [{ path: '--user-data-file', message: 'expected a launch script, got an empty file' }];
}

/** Which flag sets a member, so that a person at a terminal need not know AWS's names. */
const FLAGS: Partial<Record<string, string>> = {
  instanceNames: '--name',
  'fleet.nameTemplate': '--name',
  'fleet.count': '--count',
  instanceSnapshotName: '--snapshot',
  sourceInstanceName: '--source-instance',
  restoreDate: '--restore-date',
  useLatestRestorableAutoSnapshot: '--latest',
  availabilityZone: '--zone',
  bundleId: '--bundle',
  keyPairName: '--key-pair',
  userData: '--user-data-file',
  ipAddressType: '--ip-address-type',
  'fleet.waitFor': '--wait-for',
  'fleet.waitFor.port': '--wait-for',
  'fleet.batchSize': '--batch-size',
  'fleet.group': '--group',
  'fleet.keepLast': '--keep-last',
};

function withFlag({ path, message }: Problem): Problem {
  const flag = FLAGS[path];
  return flag === undefined ? { path, message } : { path, message: `${message} (${flag})` };
}
