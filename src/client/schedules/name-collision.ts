import type { Problem } from '../../contract/failures';

const ADVICE = 'expected names that differ from run to run: {date}, {time} or {run} in fleet.nameTemplate';

export interface NameCollisionInput {
  path: string;
  name: string;
  /** When the two runs are due. */
  first: Date;
  second: Date;
}

export function nameCollision({ path, name, first, second }: NameCollisionInput): Problem {
  const advice = path === 'request.attachedDiskMapping' ? 'expected {name} in the names of disks' : ADVICE;
  const message = `the runs of ${iso(first)} and ${iso(second)} would both take the name "${name}": ${advice}`;
  return { path, message };
}

function iso(date: Date): string {
  return date.toISOString().replace('.000', '');
}
