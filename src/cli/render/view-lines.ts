import type { FleetView } from '../../client';
import { fleetCommand } from '../../contract/fleet-command';
import { failureLines, survivorLines } from './failure-lines';
import { fleetLines } from './fleet-lines';
import { formatCount, formatTime } from './format-values';
import { printable } from './printable';
import { resultLines, resultSummary } from './result-lines';
import { rotationLines } from './rotation-lines';
import type { Style } from './style';

export interface ViewLinesInput {
  view: FleetView;
  width: number;
  style: Style;
  now: Date;
  link: string | undefined;
  /** Lines of the timeline. */
  timeline: string[];
}

/** All that is known of a fleet, its timeline, and what to do next. */
export function viewLines({ view, width, style, now, link, timeline }: ViewLinesInput): string[] {
  const { startedAt, closedAt, deleted, deletionUnknown } = view;
  // Everything is printed once, so the terminal's height does not matter.
  const lines = fleetLines({ view, width, height: Infinity, now, style });
  const times = [
    `  started ${formatTime(startedAt)}`,
    ...(closedAt === undefined ? [] : [`  ended   ${formatTime(closedAt)}`]),
    ...(deleted === undefined ? [] : [`  deleted ${formatTime(deleted.at)}, by ${printable(deleted.by)}`]),
    ...(deleted?.disksLeft === undefined ? [] : [`  ${disksLeftText(deleted.disksLeft)}`]),
    ...(deletionUnknown === undefined
      ? []
      : [`  whether it was deleted since is not known: ${printable(deletionUnknown)}`]),
    ...(link === undefined ? [] : [`  in the UI ${link}`]),
  ];
  const drawn = timeline.length === 0 ? [] : ['', ...timeline, ''];
  const next = deleted === undefined ? nextLines(view, width) : goneLines(view);
  return [...lines, ...times, ...drawn, ...next];
}

function disksLeftText(count: number): string {
  return `${formatCount(count, 'disk')} that ${count === 1 ? 'was' : 'were'} attached ${count === 1 ? 'is' : 'are'} still there, and billed`;
}

/** Of what its end told only that is still to be done which no deletion of this fleet has looked for. */
function goneLines({ deleted, outcome }: FleetView): string[] {
  const survivors = outcome?.kind === 'failed' ? (outcome.failure.details?.survivors ?? []) : [];
  const untagged = survivors.filter((one) => one.untagged === true);
  const rotation = outcome?.kind === 'ready' ? outcome.result.rotation : undefined;
  const isAllGone = deleted?.disksLeft === undefined && untagged.length === 0;
  return [
    isAllGone ? 'deleted since: nothing of it is left' : 'deleted since, by its tags',
    ...(untagged.length === 0
      ? []
      : ['without its owner tag, so that the deletion did not look for it. Is it still there, and billed?']),
    ...survivorLines(untagged),
    // Of older fleets, which stand on their own.
    ...(rotation === undefined ? [] : rotationLines(rotation)),
  ];
}

/** What came out, and what to do next. */
function nextLines({ fleetId, outcome, workerSilent, progress }: FleetView, width: number): string[] {
  if (outcome === undefined) {
    const follow = [
      `watch it with: ${fleetCommand({ verb: 'watch', fleetId })}`,
      ...(progress?.state === 'rolling-back'
        ? []
        : [`stop it with:  ${fleetCommand({ verb: 'cancel', fleetId })}`]),
    ];
    return workerSilent ? ['no worker answers. Start one with: lightsail-fleet worker', ...follow] : follow;
  }
  if (outcome.kind === 'cancelled') return ['cancelled and rolled back: nothing is left'];
  if (outcome.kind === 'failed') return failureLines(outcome.failure);
  // With no worker to answer the query, the result still names the instances.
  const instances = progress === undefined ? resultLines({ result: outcome.result, width }) : [];
  const { rotation } = outcome.result;
  const rotated = rotation === undefined ? [] : rotationLines(rotation);
  return [resultSummary(outcome.result), ...instances, ...rotated];
}
