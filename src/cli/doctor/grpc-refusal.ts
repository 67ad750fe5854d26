/** `NOT_FOUND`, `PERMISSION_DENIED`, `UNAUTHENTICATED`, `UNIMPLEMENTED`, `DEADLINE_EXCEEDED`, `UNAVAILABLE` of https://grpc.io/docs/guides/status-codes. */
const NOT_FOUND = 5;
const REFUSALS = new Set([7, 16]);
const UNIMPLEMENTED = 12;
const UNANSWERED = new Set([4, 14]);

/** The SDK wraps what gRPC said. */
const MAX_CAUSES = 5;

/** The server is there, and does not let these credentials do it. */
export function isRefusal(error: unknown): boolean {
  return codesOf(error).some((code) => REFUSALS.has(code));
}

export function isNotFound(error: unknown): boolean {
  return codesOf(error).includes(NOT_FOUND);
}

/** The server has no such call. */
export function isUnimplemented(error: unknown): boolean {
  return codesOf(error).includes(UNIMPLEMENTED);
}

/** Nobody answered in time. */
export function isUnanswered(error: unknown): boolean {
  return codesOf(error).some((code) => UNANSWERED.has(code));
}

function codesOf(error: unknown): number[] {
  const codes: number[] = [];
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth += 1) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'number') codes.push(code);
    current = current.cause;
  }
  return codes;
}
