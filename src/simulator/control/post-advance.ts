import { z } from 'zod';
import { advanceClock } from '../engine/advance-clock';
import type { ControlInput, ControlResult } from './handle-control';
import { problemResult, problemsOf } from './problem-result';

const advanceSchema = z.strictObject({ seconds: z.number().min(0).max(31_536_000) });

/** Moves the virtual clock by hand; with the setting `speed: 0` it moves in no other way. */
export function postAdvance({ engine, body }: ControlInput): ControlResult {
  const parsed = advanceSchema.safeParse(body);
  if (!parsed.success) return problemResult(problemsOf(parsed.error));
  const nowMillis = advanceClock({ engine, seconds: parsed.data.seconds });
  return { status: 200, body: { virtualNow: new Date(nowMillis).toISOString() } };
}
