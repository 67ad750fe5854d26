import { startWorld } from '../engine/start-world';
import { checkWorld } from '../world/check-world';
import { defaultWorld } from '../world/default-world';
import { worldChangeSchema, worldSchema } from '../world/world-schema';
import type { ControlInput, ControlResult } from './handle-control';
import { problemResult, problemsOf } from './problem-result';

/** Starts another world; `POST reset` then comes back to it. Kinds that are not given are those of the default. */
export function putWorld({ engine, body }: ControlInput): ControlResult {
  const parsed = worldChangeSchema.safeParse(body);
  if (!parsed.success) return problemResult(problemsOf(parsed.error));
  const standard = defaultWorld();
  const { seed, quotas, ...given } = parsed.data;
  const merged = worldSchema.safeParse({ ...standard, ...given, quotas: { ...standard.quotas, ...quotas } });
  if (!merged.success) return problemResult(problemsOf(merged.error));
  const problems = checkWorld(merged.data);
  if (problems.length > 0) return problemResult(problems);
  startWorld({ engine, world: merged.data, seed: seed ?? engine.state.seed });
  return { status: 200, body: { nextSeq: engine.ledger.nextSeq } };
}
