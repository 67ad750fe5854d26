import type { ControlInput, ControlResult } from './handle-control';

export function getSettings({ engine }: ControlInput): ControlResult {
  return { status: 200, body: engine.state.settings };
}
