/** Heartbeat of an activity that makes, awaits or removes a batch; the Temporal UI shows it as JSON. Names. */
export interface BatchHeartbeat {
  waiting: string[];
  done: string[];
  failed: string[];
  /** Why what is waited for is tried again, by name: of a few, and cut. */
  why?: Record<string, string> | undefined;
}
