/** A request file that cannot be read or parsed. Nothing was sent. */
export class RequestFileError extends Error {
  constructor(
    readonly file: string,
    readonly problems: string[],
  ) {
    super(`${file}: ${problems.join(`\n${file}: `)}`);
    this.name = 'RequestFileError';
  }
}
