/** CLOCK_SKEW_ERROR_CODES of @smithy/core, those that the SDK treats so. */
const CLOCK_REFUSALS = new Set([
  'AccessDeniedException',
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/**
 * True when a call was refused unread because this machine's clock is off, which the SDK has corrected by the
 * answer. It is the one case in which a write is sent a second time; the SDK's own retries do the same for reads.
 */
export function isClockRefusal(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as {
    name?: string;
    $metadata?: { clockSkewCorrected?: boolean };
  };
  return $metadata?.clockSkewCorrected === true && CLOCK_REFUSALS.has(name ?? '');
}
