import { invalidInput } from '../errors/aws-error';
import type { RegionState } from '../state/simulator-state';

/** 2 to 255 characters, alphanumeric at both ends (AWS's documentation). */
const RESOURCE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,253}[A-Za-z0-9]$/;

/** The text that people see in public issues. */
export function assertResourceName(name: string): void {
  if (RESOURCE_NAME.test(name)) return;
  throw invalidInput(
    `${name} is not a valid resource name. Resource names must be at least 2 characters long ` +
      'and contain only alphanumerics, -, _, and .',
  );
}

/** A name is taken by a resource of any type, and by one that is made and cannot be seen yet. */
export function isNameFree({ region, name }: { region: RegionState; name: string }): boolean {
  return !region.resources.has(name) && !region.hiddenNames.has(name);
}
