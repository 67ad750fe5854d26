import { invalidInput } from '../errors/aws-error';

/** Opaque to clients, as AWS's tokens are; inside, the position of the last row that was given. */
export function writePageToken({ listing, position }: { listing: string; position: number }): string {
  return Buffer.from(`${listing}:${position}`).toString('base64url');
}

/** The position, or -1 for the first page. A token of another listing is refused. */
export function readPageToken(input: { listing: string; pageToken: string | undefined }): number {
  if (input.pageToken === undefined) return -1;
  const [listing, position] = Buffer.from(input.pageToken, 'base64url').toString('utf8').split(':');
  if (listing !== input.listing || position === undefined || !/^\d{1,15}$/.test(position)) {
    throw invalidInput('The page token is not valid. Use the nextPageToken of an earlier answer.');
  }
  return Number(position);
}
