/** A result that is JSON already, so that what was written once need not be written again for each page. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** `{ "<member>": [rows], "nextPageToken": … }`, of rows that are JSON already. */
export function jsonPage(input: {
  member: string;
  rows: readonly string[];
  nextPageToken: string | undefined;
}): JsonText {
  const { member, rows, nextPageToken } = input;
  const token = nextPageToken === undefined ? '' : `,"nextPageToken":${JSON.stringify(nextPageToken)}`;
  return new JsonText(`{${JSON.stringify(member)}:[${rows.join(',')}]${token}}`);
}
