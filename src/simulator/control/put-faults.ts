import { setFaults } from '../engine/set-faults';
import { faultPlanSchema, startFaults } from '../faults/fault-plan';
import type { ControlInput, ControlResult } from './handle-control';
import { problemResult, problemsOf } from './problem-result';

export function putFaults({ engine, body }: ControlInput): ControlResult {
  const parsed = faultPlanSchema.safeParse(body);
  if (!parsed.success) return problemResult(problemsOf(parsed.error));
  setFaults({ engine, faults: startFaults(parsed.data) });
  return { status: 200, body: { rules: parsed.data.rules.length } };
}
