import { Agent, request } from 'node:http';
import { signRequest } from '../../test/support/sign-request';

export interface PreparedCall {
  action: string;
  body: Buffer;
  headers: Record<string, string>;
}

export interface ControlCall {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  body?: unknown;
}

/** A cheap client: connections that stay open, and each request signed once, however often it is sent. */
export class CallClient {
  private readonly agent: Agent;

  constructor(private readonly input: { url: string; connections: number }) {
    this.agent = new Agent({ keepAlive: true, maxSockets: input.connections });
  }

  prepare({ action, request: members }: { action: string; request: object }): PreparedCall {
    const body = Buffer.from(JSON.stringify(members));
    const signed = signRequest({ url: this.input.url, action, body });
    return { action, body, headers: { ...signed, 'content-length': String(body.length) } };
  }

  /** Sends a call and answers with the body that came back; anything but a 200 is an error. */
  async send(call: PreparedCall): Promise<Buffer> {
    return this.exchange({
      name: call.action,
      method: 'POST',
      path: '/',
      headers: call.headers,
      body: call.body,
    });
  }

  async call<T>(input: { action: string; request: object }): Promise<T> {
    return JSON.parse((await this.send(this.prepare(input))).toString()) as T;
  }

  async control({ method, path, body }: ControlCall): Promise<Buffer> {
    const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const headers = { 'content-length': String(bytes.length) };
    return this.exchange({ name: path, method, path: `/_simulator/${path}`, headers, body: bytes });
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange(input: {
    name: string;
    method: string;
    path: string;
    headers: Record<string, string>;
    body: Buffer;
  }): Promise<Buffer> {
    const { method, path, headers, body } = input;
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.input.url),
        { agent: this.agent, method, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const bytes = Buffer.concat(chunks);
            if (answer.statusCode === 200) resolve(bytes);
            else
              reject(
                new Error(`${input.name}: ${String(answer.statusCode)} ${bytes.toString().slice(0, 300)}`),
              );
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
