import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

export interface FindOnPathInput {
  command: string;
  env: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform | undefined;
}

/** The file that a shell would run for this command, or undefined. A command with a folder in it is taken as it is. */
export function findOnPath({
  command,
  env,
  platform = process.platform,
}: FindOnPathInput): string | undefined {
  if (isAbsolute(command) || command.includes('/') || (platform === 'win32' && command.includes('\\')))
    return isExecutable(command) ? resolve(command) : undefined;
  const names = platform === 'win32' ? [`${command}.exe`, command] : [command];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
