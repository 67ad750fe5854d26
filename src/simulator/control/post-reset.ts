import { z } from 'zod';
import { changeSettings } from '../engine/change-settings';
import { startWorld } from '../engine/start-world';
import type { ControlInput, ControlResult } from './handle-control';
import { problemResult, problemsOf } from './problem-result';

const resetSchema = z.strictObject({ seed: z.int().optional() });

/** Back to the world as it started, without faults, with the first settings and an empty ledger. */
export function postReset({ engine, body }: ControlInput): ControlResult {
  const parsed = resetSchema.safeParse(body ?? {});
  if (!parsed.success) return problemResult(problemsOf(parsed.error));
  changeSettings({ engine, settings: engine.startSettings });
  startWorld({ engine, world: engine.state.world, seed: parsed.data.seed ?? engine.state.seed });
  return { status: 200, body: { nextSeq: engine.ledger.nextSeq } };
}
