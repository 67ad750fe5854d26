import { changeSettings } from '../engine/change-settings';
import { settingsChangeSchema } from '../settings';
import type { ControlInput, ControlResult } from './handle-control';
import { problemResult, problemsOf } from './problem-result';

/** Answers with all settings as they are then. */
export function putSettings({ engine, body }: ControlInput): ControlResult {
  const parsed = settingsChangeSchema.safeParse(body);
  if (!parsed.success) return problemResult(problemsOf(parsed.error));
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return {
    status: 200,
    body: changeSettings({ engine, settings: Object.fromEntries(given) }),
  };
}
