const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder is not there'],
  ['ENOTDIR', 'its folder is not there'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this user may not read and write it'],
  ['EPERM', 'this user may not read and write it'],
  ['EROFS', 'it cannot be written there'],
]);

/** The state file cannot be used. */
export class StateFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StateFileError';
  }

  /** An error of the file system becomes one of ours; any other stays what it is. */
  static from({ error, path }: { error: unknown; path: string }): unknown {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') return error;
    return new StateFileError(`${path} cannot be used: ${REASONS.get(code) ?? code}`);
  }
}
