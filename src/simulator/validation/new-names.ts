import { invalidInput } from '../errors/aws-error';
import type { Settings } from '../settings';
import { assertResourceName } from './resource-names';

/** The names of the instances to make; whether they are free is seen together with those of their disks. */
export function readNewNames({
  names,
  settings,
}: {
  names: readonly string[];
  settings: Settings;
}): string[] {
  if (names.length === 0) throw invalidInput('At least one instance name must be given.');
  if (names.length > settings.maxInstanceNamesPerCall) {
    throw invalidInput(
      `At most ${settings.maxInstanceNamesPerCall} instance names can be given in one call.`,
    );
  }
  const seen = new Set<string>();
  for (const name of names) {
    assertResourceName(name);
    if (seen.has(name)) throw invalidInput(`The instance name is given more than once: ${name}`);
    seen.add(name);
  }
  return [...names];
}
