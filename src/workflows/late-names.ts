import type { FleetRun } from './fleet-run';

/**
 * Of these names those that a create was answered for and that nobody has seen yet, nor their operation end. Reads lag
 * behind writes, so they may be late to appear, as what a lost answer made.
 */
export function lateNames({ run, names }: { run: FleetRun; names: readonly string[] }): {
  names: string[];
  /** When the last of their creates was answered. */
  answeredAt: string | undefined;
} {
  const unseen = new Set(names.filter((name) => !run.seen.has(name) && !run.operationEnded.has(name)));
  const answered = run.registered.filter(
    ({ answeredAt, instanceNames }) =>
      answeredAt !== undefined && instanceNames.some((name) => unseen.has(name)),
  );
  return {
    names: [...unseen].filter((name) => answered.some(({ instanceNames }) => instanceNames.includes(name))),
    answeredAt: answered
      .flatMap(({ answeredAt }) => answeredAt ?? [])
      .sort()
      .at(-1),
  };
}
