import { parsePort } from '../parse-option';
import { UsageError } from '../usage-error';

export interface SimulatorFlags {
  host: string;
  port: string;
  stateFile?: string | undefined;
  speed: string;
  seed?: string | undefined;
}

export interface ParsedSimulatorFlags {
  host: string;
  port: number;
  speed: number;
  stateFile?: string;
  seed?: number;
}

/** The same as in the simulator's settings. */
const HIGHEST_SPEED = 100_000;

/** Reads the flags, or refuses them with everything that is wrong, one line each. */
export function parseSimulatorFlags(flags: SimulatorFlags): ParsedSimulatorFlags {
  const problems: string[] = [];
  const read = <T>(parse: () => T): T => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
      return undefined as T;
    }
  };
  const { seed, stateFile } = flags;
  const parsed: ParsedSimulatorFlags = {
    host: read(() => parseName({ flag: '--host', text: flags.host, what: 'an address' })),
    port: read(() => parsePort({ flag: '--port', text: flags.port })),
    speed: read(() => parseSpeed(flags.speed)),
    ...(seed === undefined ? {} : { seed: read(() => parseSeed(seed)) }),
    ...(stateFile === undefined
      ? {}
      : { stateFile: read(() => parseName({ flag: '--state-file', text: stateFile, what: 'a path' })) }),
  };
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return parsed;
}

/** 0 is allowed: a clock that is moved by hand. */
function parseSpeed(text: string): number {
  const speed = Number(text);
  if (text.trim() !== '' && speed >= 0 && speed <= HIGHEST_SPEED) return speed;
  throw new UsageError(
    `--speed: expected a number, 0 to ${String(HIGHEST_SPEED)}, got ${JSON.stringify(text)}`,
  );
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed: expected a whole number, got ${JSON.stringify(text)}`);
}

function parseName({ flag, text, what }: { flag: string; text: string; what: string }): string {
  if (text.trim() !== '') return text;
  throw new UsageError(`${flag}: expected ${what}, got ${JSON.stringify(text)}`);
}
