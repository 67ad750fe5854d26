import { z } from 'zod';

/** Members of results, with the sentence that their JSON Schema and the documentation carry. */

export function text(description: string) {
  return z.string().meta({ description });
}

/** ISO 8601, in UTC. */
export function time(description: string) {
  return z.string().meta({ description, format: 'date-time' });
}

export function whole(description: string) {
  return z.int().min(0).meta({ description });
}

export function amount(description: string) {
  return z.number().min(0).meta({ description });
}
