const DEFAULT_SEED = 20261123;

export interface FuzzSettings {
  seed: number;
  numRuns: number;
}

/**
 * The same cases every time, unless somebody asks for others: `FUZZ_SEED=7 FUZZ_RUNS=10000 npx jest test/fuzz`.
 * fast-check prints the seed, the path and the shrunk case of a failure.
 */
export function fuzzSettings({ numRuns }: { numRuns: number }): FuzzSettings {
  return { seed: readInteger('FUZZ_SEED') ?? DEFAULT_SEED, numRuns: readInteger('FUZZ_RUNS') ?? numRuns };
}

function readInteger(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${name}: expected a whole number, got ${text}`);
  return value;
}
