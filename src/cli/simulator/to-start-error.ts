import { UsageError } from '../usage-error';

export interface ToStartErrorInput {
  error: unknown;
  host: string;
  port: number;
}

/** What stands in the way of listening, said of the flag that can mend it; anything else as it is. */
export function toStartError({ error, host, port }: ToStartErrorInput): unknown {
  const { name, message, code, syscall } = error as NodeJS.ErrnoException;
  if (name === 'StateFileError') return new UsageError(`--state-file: ${message}`);
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return error;
  switch (code ?? '') {
    case 'EADDRINUSE':
      return new UsageError(
        `--port: ${port} is taken on ${host}. Give another one, or 0 for any that is free`,
      );
    case 'EACCES':
      return new UsageError(`--port: ${port} may not be used by this user. Give one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return new UsageError(`--host: expected an address of this machine, got ${JSON.stringify(host)}`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(`--host: expected an address, got the unknown name ${JSON.stringify(host)}`);
    default:
      return error;
  }
}
