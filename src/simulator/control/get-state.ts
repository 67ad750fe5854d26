import { describeState } from '../engine/describe-state';
import type { ControlInput, ControlResult } from './handle-control';

export function getState({ engine }: ControlInput): ControlResult {
  const nowMillis = engine.catchUp();
  return { status: 200, body: describeState({ state: engine.state, nowMillis }) };
}
