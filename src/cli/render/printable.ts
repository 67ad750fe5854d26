/**
 * C0 and C1 controls, and the marks that reorder or hide text: a name or an error message from elsewhere must not be
 * able to move the cursor, recolour the screen or read as something else.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text from outside as it may be shown on a terminal: one line, without control characters. */
export function printable(text: string): string {
  return text.replace(/\r?\n/g, ' ').replace(UNPRINTABLE, '?');
}

/** The same for a message of several lines. */
export function printableLines(text: string): string[] {
  return text.split(/\r?\n/).map(printable);
}
