import { createServer, type AddressInfo, type Server } from 'node:net';

export interface FreePortsInput {
  count: number;
}

const LOOPBACK = '127.0.0.1';

/**
 * Ports of the loopback address that nobody listens on. All are held open until the last is known, so they differ.
 * Another process may take one before it is used: whoever starts a server on it has to be ready to ask again.
 */
export async function findFreePorts({ count }: FreePortsInput): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen()));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => close(server)));
  return ports;
}

export async function isPortFree(port: number): Promise<boolean> {
  try {
    await close(await listen(port));
    return true;
  } catch {
    return false;
  }
}

function listen(port = 0): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
