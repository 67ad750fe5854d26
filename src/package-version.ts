import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of this package, as its package.json has it. */
export function packageVersion(): string {
  // One level up from src and from dist alike.
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
