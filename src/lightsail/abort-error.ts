/**
 * What a wait or a read rejects with when its caller's signal fires: never a `LightsailError`, as nothing went
 * wrong. Known by its name, as Node's own AbortError is.
 */
export class AbortError extends Error {
  override readonly name = 'AbortError';

  constructor(what: string, signal?: AbortSignal) {
    super(`${what} was given up by its caller`, { cause: signal?.reason });
  }
}
