/** A string of visibility's query language: nothing in it ends it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
