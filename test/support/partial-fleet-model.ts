/** What becomes of one try to make an instance. After its script has ended every try is fine. */
export type Fate = 'fine' | 'fails' | 'full';

export interface Standing {
  minReady: number;
  replaceFailed: number;
  fallbackZones: number;
}

export interface ModelOutcome {
  ready: boolean;
  /** Of the instances that stand, by position: the number of their zone. */
  zones: (number | undefined)[];
  replaced: number;
  removed: number;
}

/**
 * What the request's words promise, written a second time and without any of the product's code: an instance moves to the
 * next zone when its zone is full and one is left, is otherwise made again as often as is allowed, and the fleet
 * stands with `minReady` of them.
 */
export function expectOutcome({
  scripts,
  standing,
}: {
  scripts: readonly Fate[][];
  standing: Standing;
}): ModelOutcome {
  const courses = scripts.map((script) => courseOf(script, standing));
  const zones = courses.map(({ zone }) => zone);
  const standingNow = zones.filter((zone) => zone !== undefined).length;
  return {
    ready: standingNow >= standing.minReady,
    zones,
    replaced: courses.reduce((sum, { replaced }) => sum + replaced, 0),
    removed: scripts.length - standingNow,
  };
}

function courseOf(script: Fate[], { replaceFailed, fallbackZones }: Standing) {
  let zone = 0;
  let again = 0;
  let moved = 0;
  for (const fate of [...script, 'fine' as const]) {
    if (fate === 'fine') break;
    if (fate === 'full' && zone < fallbackZones) {
      zone += 1;
      moved += 1;
    } else if (again < replaceFailed) again += 1;
    else return { zone: undefined, replaced: again + moved };
  }
  return { zone, replaced: again + moved };
}
