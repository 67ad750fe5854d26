import type { FleetProgress } from '../contract/fleet-progress';
import { formatCount } from './details-text';
import { escape, type Page } from './markdown';

const MOST_ROWS = 20;

/** What became of older fleets of the group, first what is still billed. */
export function addRotation(page: Page, { rotation }: FleetProgress): void {
  if (rotation === undefined) return;
  const { group, keepLast, removed, left, leftCount, disksLeft, disksLeftCount } = rotation;
  const { alone, problem, done, pausedSchedule } = rotation;
  const rows = [
    ...(problem === undefined ? [] : [`**${escape(problem)}**`]),
    ...(pausedSchedule === undefined ? [] : [`**Schedule ${escape(pausedSchedule)} is paused** for it`]),
    ...left.map(
      ({ fleetId, cause, command }) =>
        `**${escape(fleetId)} is still there, and billed**: ${escape(cause)}. Run: ${escape(command)}`,
    ),
    ...(disksLeftCount === 0
      ? []
      : [`**Disks that are still there, and billed** (${String(disksLeftCount)}):`]),
    ...disksLeft.map(
      ({ fleetId, name, cause }) => `Disk **${escape(name)}** of ${escape(fleetId)}: ${escape(cause)}`,
    ),
    ...removed.map(({ fleetId }) => `${escape(fleetId)} is deleted`),
    ...alone.map(({ fleetId, cause }) => `${escape(fleetId)} is left alone: ${escape(cause)}`),
  ];
  const title = `**Group ${escape(group)}** (keeps the last ${String(keepLast)}): ${formatCount(removed.length, 'older fleet')} deleted${done ? '' : ' so far'}${leftCount === 0 ? '' : `, ${String(leftCount)} still there`}`;
  if (rows.length === 0) page.add(title);
  else page.addList({ title, rows, most: MOST_ROWS });
}
