import type { SweepFleetsResult, SweptGroup } from '../../client';
import { formatCount, formatPrice } from './format-values';
import { tableLines } from './table';

const ACTIONS: Readonly<Record<SweptGroup['action'], string>> = {
  none: '-',
  reported: 'would be deleted',
  'too-young': 'too young',
  'needs-include-expired': 'only with --include-expired',
  removed: 'removed',
  survivors: 'SOMETHING IS LEFT',
  unread: 'COULD NOT LOOK',
};

/** What a person does next about the groups of each kind. */
const NEXT_STEPS: Partial<Record<SweptGroup['action'], string>> = {
  reported: 'the same command with --delete deletes what would be deleted',
  'too-young': '--min-age takes what is younger, lightsail-fleet delete one of them at once',
};

export interface SweepLinesInput {
  result: SweepFleetsResult;
  width: number;
  now: Date;
}

/** A line for each fleet in each Region, what needs somebody first. */
export function sweepLines({ result, width, now }: SweepLinesInput): string[] {
  const rows = result.groups.map((group) => [
    group.fleetId === '' ? '(no fleet id)' : group.fleetId,
    group.state,
    group.region,
    String(group.instances),
    String(group.disks),
    group.monthlyPriceUsd === undefined ? '' : group.monthlyPriceUsd.toFixed(2),
    ageOf(group.newestAt, now),
    ACTIONS[group.action],
    group.ownerId,
  ]);
  const head = ['FLEET', 'STATE', 'REGION', 'INSTANCES', 'DISKS', 'USD/MONTH', 'AGE', 'SWEEP', 'OWNER'];
  return tableLines({ head, rows, width });
}

/** `3 groups that no run answers for, 21.00 USD a month: 1 would be deleted, 2 too young`. */
export function sweepSummary({ groups, removedCount }: SweepFleetsResult): string {
  const left = groups.filter(({ action }) => action !== 'none');
  if (left.length === 0) return 'nothing is left behind';
  const price = left.reduce((sum, { monthlyPriceUsd = 0 }) => sum + monthlyPriceUsd, 0);
  const counts = Object.entries(ACTIONS).flatMap(([action, text]) => {
    const count = left.filter((group) => group.action === action).length;
    return count === 0 ? [] : [`${String(count)} ${text.toLowerCase()}`];
  });
  const removed = removedCount === 0 ? '' : `; ${formatCount(removedCount, 'resource')} removed`;
  return `${formatCount(left.length, 'group')} that no run answers for, ${formatPrice(price)}: ${counts.join(', ')}${removed}`;
}

export function sweepNextSteps({ groups }: SweepFleetsResult): string[] {
  return Object.entries(NEXT_STEPS).flatMap(([action, text]) =>
    groups.some((group) => group.action === action) ? [`  ${text}`] : [],
  );
}

/** Of the youngest: that is what the minimum age goes by. */
function ageOf(iso: string | undefined, now: Date): string {
  if (iso === undefined) return '';
  const hours = (now.getTime() - Date.parse(iso)) / 3_600_000;
  if (hours >= 48) return `${String(Math.floor(hours / 24))} d`;
  return hours >= 1 ? `${String(Math.floor(hours))} h` : `${String(Math.max(0, Math.floor(hours * 60)))} min`;
}
