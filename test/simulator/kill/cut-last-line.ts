import { readFileSync, truncateSync } from 'node:fs';
import type { Random } from '../../../src/simulator/random';
import type { SeenRow } from './seen-world';

/**
 * Cuts the last entry of a journal at any of its bytes, as the loss of power does to what is on its way to the disk.
 * Entries before `fromByte` are left alone: a compacted journal is on the disk before it takes the old one's place.
 * Answers with the rows that are lost with the entry, if one was cut.
 */
export function cutLastLine(input: {
  path: string;
  fromByte: number;
  random: Random;
}): SeenRow[] | undefined {
  const bytes = readFileSync(input.path);
  const end = bytes.length - 1;
  const start = bytes.lastIndexOf('\n', end - 1) + 1;
  // A last line without its break was torn by the kill itself, and nobody was told of it.
  if (start < input.fromByte || bytes[end] !== 10) return undefined;
  truncateSync(input.path, start + Math.floor(input.random() * (end - start)));
  const [, ...rows] = bytes.subarray(start, end).toString().split('\t');
  return rows.map((row) => JSON.parse(row) as SeenRow);
}
