import { connect } from 'node:net';
import { pause } from './wait-signal';

/** A connection that takes longer is dropped by a firewall rather than slow. */
const CONNECT_SECONDS = 3;
const BETWEEN_TRIES_SECONDS = 1;

export interface AwaitPortInput {
  host: string;
  port: number;
  signal: AbortSignal;
}

/** Waits until a TCP connection can be opened; rejects with an AbortError when the signal fires. */
export async function awaitPort({ host, port, signal }: AwaitPortInput): Promise<void> {
  while (!(await isOpen({ host, port }))) await pause({ seconds: BETWEEN_TRIES_SECONDS, signal });
}

function isOpen({ host, port }: Omit<AwaitPortInput, 'signal'>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(CONNECT_SECONDS * 1000, () => {
      finish(false);
    });
    socket.once('connect', () => {
      finish(true);
    });
    socket.once('error', () => {
      finish(false);
    });
  });
}
