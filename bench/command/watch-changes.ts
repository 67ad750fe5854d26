import { startChild } from '../../src/dev-stack/child-process';
import type { FleetProgress } from '../../src/contract/fleet-progress';
import { COMMAND, type Stack } from '../../test/support/start-stack';
import type { KnownChange } from './known-changes';

/** Of a fleet whose operation takes two seconds. */
const LIMIT_SECONDS = 120;

export interface WatchChangesInput {
  stack: Stack;
  fleetId: string;
}

interface WatchLine {
  kind: string;
  progress?: FleetProgress;
}

/** Runs `watch --json` to its end, and notes when the line came that first told each change. */
export async function watchChanges({
  stack,
  fleetId,
}: WatchChangesInput): Promise<ReadonlyMap<KnownChange, number>> {
  const shown = new Map<KnownChange, number>();
  const child = await startChild<true>({
    name: 'watch',
    command: process.execPath,
    args: [COMMAND, 'watch', fleetId, '--json'],
    env: stack.env,
    limitSeconds: LIMIT_SECONDS,
    readyWhen: (text) => {
      const line = JSON.parse(text) as WatchLine;
      for (const change of changesIn(line)) if (!shown.has(change)) shown.set(change, Date.now());
      return line.kind === 'ended' ? true : undefined;
    },
  });
  const { code } = await child.exited;
  if (code !== 0) throw new Error(`watch ${fleetId} ended with ${String(code)}`);
  return shown;
}

/** By what the query alone tells: heartbeats know some of it earlier than the workflow. */
function changesIn({ kind, progress }: WatchLine): KnownChange[] {
  const [instance] = progress?.instances ?? [];
  return [
    ...(instance === undefined ? [] : (['it is planned'] as const)),
    ...(instance?.operationId === undefined ? [] : (['its create is answered'] as const)),
    ...(instance?.operation === undefined ? [] : (['its operation has ended'] as const)),
    ...(kind === 'ended' ? (['it is ready, and the run has ended'] as const) : []),
  ];
}
