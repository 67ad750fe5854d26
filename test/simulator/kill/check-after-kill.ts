import { checkCalls } from './check-calls';
import { checkLedger } from './check-ledger';
import { checkState } from './check-state';
import type { SeenRow, SeenWorld } from './seen-world';
import type { SentCall } from './sent-call';

export interface CheckAfterKillInput {
  /** Every change that was sent since the simulator's first start. */
  sent: readonly SentCall[];
  /** Lines of the ledger that somebody had read before, and the latest virtual time that was shown. */
  before: { lines: readonly string[]; virtualMillis: number };
  world: SeenWorld;
}

/** What a simulator that was killed and started again does not keep of its promises; empty where it keeps all. */
export function checkAfterKill({ sent, before, world }: CheckAfterKillInput): string[] {
  const rows = world.lines.map((line) => JSON.parse(line) as SeenRow);
  const backwards =
    world.virtualMillis < before.virtualMillis
      ? [`the clock went from ${String(before.virtualMillis)} to ${String(world.virtualMillis)}`]
      : [];
  return [
    ...backwards,
    ...checkLedger({ rows, lines: world.lines, linesBefore: before.lines }),
    ...checkCalls({ rows, sent }),
    ...checkState({ rows, sent, world }),
  ];
}
