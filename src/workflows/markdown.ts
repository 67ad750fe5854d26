/**
 * What the UI draws, percent-encoded. It puts the whole Markdown into the URL of a frame, and nginx answers a request
 * line of more than 8 KB with 414 (`large_client_header_buffers`), AWS's load balancer one of 16 KB.
 */
const MOST_URL_CHARACTERS = 7_500;

/** Temporal's UI (2.50) cuts off about 30 px at the end of its frame. */
const FRAME_PADDING = '\n\n<br>';

/** Of a page, what one list may take: the table has to have room, too. */
const SHARE_OF_LIST = 0.25;

/** Of the line that counts what had no room, encoded, with what parts it from the rest. */
const ROOM_FOR_COUNT = 60;

/** Of a value that somebody gave. AWS's refusals are long, and much alike. */
const MOST_OF_VALUE = 200;

/** An em space, and behind it what the UI's Markdown does not trim away: it draws tables without a space between columns. */
const COLUMN_GAP = '\u2003\u200b';

/** Markdown that ends before it is too long: what is added first is there for sure, and the rest of a list is counted. */
export class Page {
  private readonly parts: string[] = [];
  private room: number;

  /** `beside`: what else has to fit into the frame. */
  constructor({ beside = '' }: { beside?: string } = {}) {
    this.room = MOST_URL_CHARACTERS - urlLength(FRAME_PADDING) - urlLength(beside);
  }

  /** Left out where there is no room. */
  add(...lines: string[]): void {
    for (const line of lines) if (line !== '' && this.takes(`${line}\n\n`)) this.parts.push(line);
  }

  addList({ title, rows, most }: { title: string; rows: readonly string[]; most: number }): void {
    if (rows.length === 0) return;
    const first = title === '' ? [] : [title, ''];
    const items = rows.slice(0, most).map((row) => `- ${row}`);
    const lines = this.fitting({ first, rows: items, room: MOST_URL_CHARACTERS * SHARE_OF_LIST });
    const rest = rows.length - (lines.length - first.length);
    this.add([...lines, ...(rest > 0 ? [`- and ${String(rest)} more`] : [])].join('\n'));
  }

  /** `rows` are made as long as there is room. */
  addTable({ head, rows, count }: { head: string[]; rows: Iterable<string[]>; count: number }): void {
    if (count === 0) return;
    // A last column without a name needs the bar at the end, or it is none.
    const first = [`${toRow(head)}|`, `${head.map(() => '|---').join('')}|`];
    const lines = this.fitting({ first, rows: mapped(rows, toRow), room: this.room });
    const rest = count - (lines.length - first.length);
    this.add([...lines, ...(rest > 0 ? ['', `and ${String(rest)} more`] : [])].join('\n'));
  }

  toString(): string {
    return this.parts.join('\n\n');
  }

  private takes(text: string): boolean {
    const length = urlLength(text);
    if (length > this.room) return false;
    this.room -= length;
    return true;
  }

  private fitting({
    first,
    rows,
    room,
  }: {
    first: string[];
    rows: Iterable<string>;
    room: number;
  }): string[] {
    const lines = [...first];
    let left = Math.min(room, this.room - ROOM_FOR_COUNT) - urlLength(first.join('\n'));
    for (const row of rows) {
      left -= urlLength(`${row}\n`);
      if (left < 0) break;
      lines.push(row);
    }
    return lines;
  }
}

export function inFrame(...pages: Page[]): string {
  const text = pages.map(String).filter((part) => part !== '');
  return text.join('\n\n').concat(FRAME_PADDING);
}

/** How long it is in a URL, at most: a character beside ASCII takes up to 9. */
function urlLength(text: string): number {
  const encoded = text.replace(/[A-Za-z0-9_.!~*'()-]+/g, '');
  const wide = encoded.replace(/[^\u0080-\uffff]+/g, '');
  return text.length + encoded.length * 2 + wide.length * 6;
}

function* mapped<Item>(items: Iterable<Item>, map: (item: Item) => string): Iterable<string> {
  for (const item of items) yield map(item);
}

function toRow(cells: string[]): string {
  return cells
    .map((cell, index) => `|${cell}${index < cells.length - 1 && cell !== '' ? COLUMN_GAP : ''}`)
    .join('');
}

/**
 * Markdown's and HTML's own characters are made harmless: the UI lets raw HTML and `javascript:` links through. By
 * backslash, as it shows entities as they are written. One line without control characters, and cut.
 */
export function escape(text: string, most = MOST_OF_VALUE): string {
  const line = text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '');
  const shown = line.length > most ? `${line.slice(0, most).replace(/\p{Cs}/gu, '')}…` : line;
  return shown.replace(/[\\`*_[\]()#|~!<>&]/g, '\\$&');
}

/** A command that a person copies: in a block the UI would cut it off at the right. Nothing in it can end the code. */
export function inCode(line: string): string {
  return `\`${line.replace(/[\p{C}`]/gu, '?')}\``;
}
