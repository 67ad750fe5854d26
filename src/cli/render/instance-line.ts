import type { InstanceProgress } from '../../contract/fleet-progress';
import type { InstanceState } from '../../contract/fleet-states';
import { fit } from './fit';
import { formatDuration, formatSeconds } from './format-values';
import { printable } from './printable';
import type { Style } from './style';

/** Longest state name, `left-behind`. */
const STATE_WIDTH = 11;

/** Names may have 255 characters; a column that wide would leave no room for anything else. */
const MAX_NAME_WIDTH = 40;

export interface InstanceLineInput {
  instance: InstanceProgress;
  nameWidth: number;
  width: number;
  now: Date;
  style: Style;
}

export function nameWidthOf(instances: readonly InstanceProgress[], width: number): number {
  const longest = Math.max(0, ...instances.map(({ name }) => name.length));
  return Math.min(longest, MAX_NAME_WIDTH, Math.max(8, Math.floor(width / 2)));
}

/** `  web-001  ready        3.91.20.17  23.1 s`, cut to the width. */
export function instanceLine({ instance, nameWidth, width, now, style }: InstanceLineInput): string {
  const name = fit(printable(instance.name), nameWidth).padEnd(nameWidth);
  const detail = printable(detailOf(instance, now));
  const state = paintState(style, instance.state);
  const room = width - `  ${name}  `.length - STATE_WIDTH - 2;
  if (detail === '' || room < 1) return `  ${name}  ${state}`;
  const padding = ' '.repeat(Math.max(0, STATE_WIDTH - instance.state.length));
  return `  ${name}  ${state}${padding}  ${fit(detail, room)}`;
}

/** What a person wants to know beside the state: address and time when ready, the time waited, or the problem. */
function detailOf(
  { state, publicIpAddress, ipv6Address, secondsToReady, requestedAt, problem }: InstanceProgress,
  now: Date,
): string {
  if (problem !== undefined && state !== 'removed' && state !== 'ready') return problem;
  if (state === 'ready') {
    const took = secondsToReady === undefined ? undefined : formatSeconds(secondsToReady);
    return [(publicIpAddress ?? ipv6Address)?.padEnd(15), took]
      .filter((part) => part !== undefined)
      .join('  ');
  }
  const waits = state === 'creating' || state === 'waiting' || state === 'starting';
  return waits && requestedAt !== undefined
    ? formatDuration((now.getTime() - Date.parse(requestedAt)) / 1000)
    : '';
}

function paintState(style: Style, state: InstanceState): string {
  switch (state) {
    case 'ready':
      return style.green(state);
    case 'failed':
    case 'left-behind':
      return style.red(state);
    case 'removing':
      return style.yellow(state);
    case 'planned':
    case 'removed':
      return style.dim(state);
    case 'creating':
    case 'waiting':
    case 'starting':
      return style.cyan(state);
  }
}
