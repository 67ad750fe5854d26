export interface TakeInput {
  region: string;
  nowMillis: number;
  callsPerSecond: number | null;
  burst: number;
}

/** A bucket of calls for each Region, as AWS keeps one (setting `callsPerSecond`; null = no limit). */
export class RateLimit {
  private readonly buckets = new Map<string, { calls: number; atMillis: number }>();

  /** Takes one call, or says that there is none left. */
  take({ region, nowMillis, callsPerSecond, burst }: TakeInput): boolean {
    if (callsPerSecond === null) return true;
    const bucket = this.buckets.get(region) ?? { calls: burst, atMillis: nowMillis };
    const refilled = bucket.calls + ((nowMillis - bucket.atMillis) / 1000) * callsPerSecond;
    const calls = Math.min(burst, Math.max(0, refilled));
    const allowed = calls >= 1;
    this.buckets.set(region, { calls: allowed ? calls - 1 : calls, atMillis: nowMillis });
    return allowed;
  }

  reset(): void {
    this.buckets.clear();
  }
}
