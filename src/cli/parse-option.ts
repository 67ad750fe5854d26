import { UsageError } from './usage-error';

export interface ParseOptionInput {
  flag: string;
  text: string;
}

/** A port; 0 stands for any free one. */
export function parsePort({ flag, text }: ParseOptionInput): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${flag}: expected a port, 0 to 65535, got ${JSON.stringify(text)}`);
}

export function parsePositive({ flag, text }: ParseOptionInput): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`${flag}: expected a number above 0, got ${JSON.stringify(text)}`);
}
