import { readUserData } from '../read-user-data';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

export interface CheckUserDataInput extends Pick<PlanCheckInput, 'request'> {
  userDataDir: string | undefined;
}

/** `fleet.userDataFile` can be read on this worker. Answers with the size only. */
export async function checkUserData({
  request,
  userDataDir,
}: CheckUserDataInput): Promise<PlanCheck<number | undefined>> {
  const userDataFile = request.fleet?.userDataFile;
  if (userDataFile === undefined) {
    const bytes = request.userData === undefined ? undefined : Buffer.byteLength(request.userData);
    return passed('', bytes);
  }
  const read = await readUserData({ userDataDir, userDataFile });
  if (read.problem !== undefined) {
    const message = `${JSON.stringify(userDataFile)}: ${read.problem}`;
    return refused({ path: 'fleet.userDataFile', message }, undefined);
  }
  return passed(`user data file ${userDataFile} can be read (${String(read.bytes)} bytes)`, read.bytes);
}
