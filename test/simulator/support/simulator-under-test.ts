import { LightsailClient } from '@aws-sdk/client-lightsail';
import type { RunningSimulator, SimulatorOptions } from '../../../src/simulator/simulator';
import { startSimulator } from '../../../src/simulator/simulator';

/** AWS's documented example key pair; no secret. */
export const EXAMPLE_CREDENTIALS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

export interface LedgerRow {
  seq: number;
  at: string;
  kind: 'call' | 'change';
  action?: string;
  region: string;
  accessKeyId?: string;
  request?: Record<string, unknown>;
  status?: number | null;
  errorType?: string | null;
  effect?: string | null;
  resourceType?: string;
  resourceName?: string;
  from?: string | null;
  to?: string | null;
  cause?: number | 'clock';
  detail?: Record<string, unknown>;
}

export interface ControlAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** A simulator, clients that send each call once, and its control API. */
export class SimulatorUnderTest {
  private readonly clients: LightsailClient[] = [];

  private constructor(private readonly running: RunningSimulator) {}

  /** The clock stands still unless a speed is given: `advance` moves it, so that no test waits. */
  static async start(options: SimulatorOptions = {}): Promise<SimulatorUnderTest> {
    return new SimulatorUnderTest(await startSimulator({ speed: 0, ...options }));
  }

  get url(): string {
    return this.running.url;
  }

  client(region = 'us-east-1'): LightsailClient {
    const client = new LightsailClient({
      endpoint: this.running.url,
      region,
      credentials: EXAMPLE_CREDENTIALS,
      maxAttempts: 1,
    });
    this.clients.push(client);
    return client;
  }

  async control(method: string, path: string, body?: unknown): Promise<ControlAnswer> {
    const response = await fetch(`${this.running.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async advance(seconds: number): Promise<void> {
    await this.control('POST', 'advance', { seconds });
  }

  /** Replaces the fault plan, and fails the test where the plan is refused. */
  async faults(rules: readonly object[], seed = 1): Promise<void> {
    const answer = await this.control('PUT', 'faults', { seed, rules });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  async settings(settings: object): Promise<void> {
    const answer = await this.control('PUT', 'settings', settings);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  async ledger(after = 0): Promise<LedgerRow[]> {
    const response = await fetch(`${this.running.url}/_simulator/ledger?after=${after}`);
    const text = await response.text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LedgerRow);
  }

  /** One call without an SDK: the bytes go out as they are given. */
  async raw(input: { action?: string; body: string; headers?: Record<string, string> }): Promise<{
    status: number;
    text: string;
    headers: Headers;
  }> {
    const response = await fetch(this.running.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Lightsail_20161128.${input.action ?? 'GetInstances'}`,
        authorization:
          `AWS4-HMAC-SHA256 Credential=${EXAMPLE_CREDENTIALS.accessKeyId}/20261123/us-east-1/lightsail/aws4_request, ` +
          'SignedHeaders=host;x-amz-date, Signature=00',
        ...input.headers,
      },
      body: input.body,
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.destroy();
    await this.running.close();
  }
}
