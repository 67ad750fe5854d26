import { formatSeconds } from '../render/format-values';
import type { TimelineRow } from './fleet-timeline';

/** A bar in words: `web-01: ready, 31.7 s (requested 0.4 s, operation 21.3 s, starting 10.0 s, ready 2.1 s)`. */
export function rowSummary({ instance, segments, text }: TimelineRow): string {
  const parts = segments.map(({ phase, from, to }) => `${phase} ${formatSeconds((to - from) / 1000)}`);
  return `${instance.name}: ${text}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}
