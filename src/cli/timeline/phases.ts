/** What an instance goes through, as its bar shows it. `ready` and what follows it may be missing. */
export const PHASES = ['requested', 'operation', 'starting', 'ready', 'failed', 'removing'] as const;
export type Phase = (typeof PHASES)[number];

/** Times in milliseconds of the epoch. */
export interface Segment {
  phase: Phase;
  from: number;
  to: number;
}
