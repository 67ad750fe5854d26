import type { LedgerRow } from './ledger-row';

/** The simulator is on this machine; it answers at once or something is wrong. */
const ANSWER_LIMIT_MILLIS = 5000;

export interface SimulatorControl {
  readLedger(): Promise<LedgerRow[]>;
  putFaults(rules: readonly Record<string, unknown>[]): Promise<void>;
}

/** The simulator's control API, as far as the demo needs it. */
export function createSimulatorControl({ simulatorUrl }: { simulatorUrl: string }): SimulatorControl {
  const send = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(`${simulatorUrl}/_simulator/${path}`, {
      ...init,
      signal: AbortSignal.timeout(ANSWER_LIMIT_MILLIS),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the simulator refused ${path}: ${String(answer.status)} ${text}`);
    return text;
  };
  return {
    async readLedger() {
      const lines = (await send('ledger')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as LedgerRow);
    },
    async putFaults(rules) {
      await send('faults', { method: 'PUT', body: JSON.stringify({ seed: 1, rules }) });
    },
  };
}
