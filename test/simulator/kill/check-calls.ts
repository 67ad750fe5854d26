import type { SeenRow } from './seen-world';
import { keyOfCall, type SentCall } from './sent-call';

/** Every call against the ledger: what was acknowledged was done, once; and what was done was done whole. */
export function checkCalls(input: { rows: readonly SeenRow[]; sent: readonly SentCall[] }): string[] {
  const done = doneRows(input.rows);
  const made = changesByCause(input.rows);
  const calls = new Map<string, SentCall[]>();
  for (const call of input.sent) {
    const key = keyOfCall(call);
    calls.set(key, [...(calls.get(key) ?? []), call]);
  }
  const problems: string[] = [];
  for (const [key, attempts] of calls) {
    const rows = done.get(key) ?? [];
    const acknowledged = attempts.filter(({ fate }) => fate === 'acknowledged').length;
    const most = acknowledged + attempts.filter(({ fate }) => fate === 'unknown').length;
    if (rows.length < acknowledged) problems.push(`${key}: acknowledged, and not in the ledger`);
    if (rows.length > most)
      problems.push(`${key}: done ${String(rows.length)} times, may be at most ${String(most)}`);
    for (const { seq } of rows)
      problems.push(...checkWhole({ call: attempts[0] as SentCall, key, changes: made.get(seq) ?? [] }));
  }
  for (const key of done.keys()) if (!calls.has(key)) problems.push(`${key}: done, and never sent`);
  return problems;
}

/** Rows of the calls that were carried out, by what the sender calls them. */
export function doneRows(rows: readonly SeenRow[]): Map<string, SeenRow[]> {
  const done = new Map<string, SeenRow[]>();
  for (const row of rows) {
    if (row.kind !== 'call' || row.status !== 200) continue;
    const { instanceNames, instanceName, resourceName, tags } = (row.request ?? {}) as {
      instanceNames?: string[];
      instanceName?: string;
      resourceName?: string;
      tags?: { key: string }[];
    };
    const names = instanceNames ?? [instanceName ?? resourceName ?? ''];
    const action = row.action as SentCall['action'];
    const tagKey = action === 'TagResource' ? tags?.[0]?.key : undefined;
    const key = keyOfCall({ action, names, ...(tagKey === undefined ? {} : { tagKey }) });
    done.set(key, [...(done.get(key) ?? []), row]);
  }
  return done;
}

function changesByCause(rows: readonly SeenRow[]): Map<number, SeenRow[]> {
  const changes = new Map<number, SeenRow[]>();
  for (const row of rows) {
    if (typeof row.cause !== 'number') continue;
    const own = changes.get(row.cause);
    if (own === undefined) changes.set(row.cause, [row]);
    else own.push(row);
  }
  return changes;
}

/** Each instance of a create with its operation and its disk; each delete and each tag with its change. */
function checkWhole(input: { call: SentCall; key: string; changes: readonly SeenRow[] }): string[] {
  const { call, key, changes } = input;
  const has = (resourceType: string, isIt: (row: SeenRow) => boolean): boolean =>
    changes.some((row) => row.resourceType === resourceType && isIt(row));
  return call.names.flatMap((name) => {
    const missing: string[] = [];
    if (!has('Instance', ({ resourceName }) => resourceName === name)) missing.push('instance');
    if (!has('Operation', ({ detail }) => detail?.of === name)) missing.push('operation');
    if (call.withDisk === true && !has('Disk', ({ resourceName }) => resourceName === `${name}-disk-1`))
      missing.push('disk');
    return missing.map((part) => `${key}: half done, no ${part} of ${name}`);
  });
}
