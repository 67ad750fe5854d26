import { doneRows } from './check-calls';
import type { SeenRow, SeenWorld } from './seen-world';
import { keyOfCall, type SentCall } from './sent-call';

/** What there is, against what the ledger tells and against what was asked for. */
export function checkState(input: {
  rows: readonly SeenRow[];
  sent: readonly SentCall[];
  world: SeenWorld;
}): string[] {
  const { rows, sent, world } = input;
  const resources = new Map(
    world.resources.map((resource) => [`${resource.resourceType} ${resource.resourceName}`, resource]),
  );
  const told = lastTold(rows);
  const problems: string[] = [];
  for (const [name, to] of told) {
    if (name.startsWith('Operation ')) continue;
    const is = resources.get(name)?.current.state ?? null;
    if (is !== to) problems.push(`${name}: the ledger says ${String(to)}, the state ${String(is)}`);
  }
  const started = [...told].filter(([name, to]) => name.startsWith('Operation ') && to === 'Started');
  const underWay = new Set(world.operationsUnderWay.map((id) => `Operation ${id}`));
  if (started.length !== underWay.size || started.some(([name]) => !underWay.has(name)))
    problems.push(
      `${String(started.length)} operations have started, ${String(underWay.size)} are under way`,
    );

  const done = doneRows(rows);
  for (const call of sent) {
    if (!done.has(keyOfCall(call))) continue;
    for (const name of call.names) {
      const instance = resources.get(`Instance ${name}`);
      const deleted = done.has(keyOfCall({ action: 'DeleteInstance', names: [name] }));
      if (deleted && instance !== undefined && instance.current.state !== 'shutting-down')
        problems.push(`${name}: deleted, and ${instance.current.state}`);
      if (!deleted && instance === undefined) problems.push(`${name}: made, never deleted, and gone`);
      if (call.tagKey !== undefined && instance?.tags.some(({ key }) => key === call.tagKey) === false)
        problems.push(`${name}: the tag ${call.tagKey} was set, and is not there`);
    }
  }
  return problems;
}

/** Where each resource was left, as the ledger tells it. */
function lastTold(rows: readonly SeenRow[]): Map<string, string | null> {
  const told = new Map<string, string | null>();
  for (const { kind, resourceType, resourceName, to } of rows) {
    if (kind === 'change') told.set(`${String(resourceType)} ${String(resourceName)}`, to ?? null);
  }
  return told;
}
