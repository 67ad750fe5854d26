/** The fleet id is the workflow id, and must fit in a tag's value: these are the characters that AWS takes there. */
const FLEET_ID = /^[A-Za-z0-9._:/=+@-]{1,128}$/;

export const FLEET_ID_RULE = 'expected 1 to 128 characters of A-Z a-z 0-9 . _ : / = + @ -';

/** True for what may be a fleet id, and so a workflow id and the value of a tag. */
export function isFleetId(text: string): boolean {
  return FLEET_ID.test(text);
}
