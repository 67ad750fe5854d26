import type { SweptGroup } from '../contract/sweep-fleets-result';
import { formatCount } from './details-text';
import { escape, type Page } from './markdown';

/** As the command's table says them. */
const ACTIONS: Readonly<Record<SweptGroup['action'], string>> = {
  none: '',
  reported: 'would be deleted',
  'too-young': 'too young',
  'needs-include-expired': 'only with includeExpired',
  removed: 'removed',
  survivors: 'something is left',
  unread: 'nobody could look',
};

export interface AddSweepTableInput {
  page: Page;
  groups: readonly SweptGroup[];
}

/** A row for what each owner has in a Region; what belongs to a fleet comes last. */
export function addSweepTable({ page, groups }: AddSweepTableInput): void {
  page.addTable({
    head: ['Fleet', 'Sweep', 'State', 'Region', 'Has', 'USD a month'],
    rows: rowsOf([...groups.filter(isLeft), ...groups.filter((group) => !isLeft(group))]),
    count: groups.length,
  });
}

/** No running and no standing fleet answers for it. */
export function isLeft({ state }: SweptGroup): boolean {
  return state !== 'running' && state !== 'standing';
}

function* rowsOf(groups: readonly SweptGroup[]): Iterable<string[]> {
  for (const group of groups) {
    const { fleetId, state, region, instances, disks, monthlyPriceUsd, action } = group;
    const has = [formatCount(instances, 'instance'), ...(disks === 0 ? [] : [formatCount(disks, 'disk')])];
    yield [
      escape(fleetId === '' ? '(no fleet id)' : fleetId),
      ACTIONS[action],
      state,
      escape(region),
      has.join(', '),
      monthlyPriceUsd?.toFixed(2) ?? '',
    ];
  }
}
