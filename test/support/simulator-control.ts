/** A row of the simulator's ledger, as docs/simulator-differences.md gives it. */
export interface LedgerRow {
  seq: number;
  at: string | number;
  kind: 'call' | 'change';
  action?: string;
  region?: string;
  request?: Record<string, unknown>;
  status?: number;
  errorType?: string;
  effect?: string;
  resourceType?: string;
  resourceName?: string;
  from?: unknown;
  to?: unknown;
  cause?: number | 'clock';
}

export interface FaultRule {
  action?: string;
  region?: string;
  zone?: string;
  nth?: number;
  name?: string;
  probability?: number;
  times?: number;
  effect: string;
  errorCode?: string;
  errorDetails?: string;
  seconds?: number;
  /** Of `stall`: whether the call is carried out. */
  done?: boolean;
  answer?: 'lost' | 'given' | 'refused';
}

/** The simulator's control API, over HTTP as anybody would use it. */
export class SimulatorControl {
  /** `world`: what every world that is put has, unless it says otherwise. */
  constructor(
    readonly url: string,
    private readonly world: Record<string, unknown> = {},
  ) {}

  async ledger(after = 0): Promise<LedgerRow[]> {
    const answer = await this.send('GET', `ledger?after=${String(after)}`);
    const text = await answer.text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LedgerRow);
  }

  async lastSeq(): Promise<number> {
    return (await this.ledger()).at(-1)?.seq ?? 0;
  }

  async state(): Promise<unknown> {
    return (await this.send('GET', 'state')).json();
  }

  /** Real and virtual time of one moment. */
  async health(): Promise<{ virtualNow: string; realNow: string; speed: number }> {
    return (await this.send('GET', 'health')).json() as Promise<{
      virtualNow: string;
      realNow: string;
      speed: number;
    }>;
  }

  async advance(seconds: number): Promise<void> {
    await this.send('POST', 'advance', { seconds });
  }

  async putFaults(rules: FaultRule[], seed = 1): Promise<void> {
    await this.send('PUT', 'faults', { seed, rules });
  }

  async putSettings(settings: Record<string, unknown>): Promise<void> {
    await this.send('PUT', 'settings', settings);
  }

  async putWorld(world: Record<string, unknown>): Promise<void> {
    await this.send('PUT', 'world', { ...this.world, ...world });
  }

  /** The world, the ledger, the faults and the settings as they were at the start. */
  async reset(): Promise<void> {
    await this.send('POST', 'reset');
  }

  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`${this.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer;
  }
}
