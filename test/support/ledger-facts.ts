import type { LedgerRow, SimulatorControl } from './simulator-control';
import { waitFor } from './wait-for';

const DELETES = ['DeleteInstance', 'DeleteDisk'];

/** How often something of this name came into being. */
export function timesMade(rows: readonly LedgerRow[], name: string): number {
  return rows.filter(
    (row) => row.kind === 'change' && row.resourceName === name && (row.from ?? null) === null,
  ).length;
}

/** The deletes that named this instance or disk. */
export function deletesOf(rows: readonly LedgerRow[], name: string): LedgerRow[] {
  return rows.filter((row) => DELETES.includes(row.action ?? '') && namesOf(row).includes(name));
}

/** Waits until the ledger holds a row that the condition takes. */
export async function untilRow(
  control: SimulatorControl,
  what: string,
  condition: (row: LedgerRow) => boolean,
): Promise<void> {
  await waitFor({ what, condition: async () => (await control.ledger()).some(condition) });
}

/** Waits until a call of this action named this resource. */
export async function untilCalled(control: SimulatorControl, action: string, name: string): Promise<void> {
  await untilRow(
    control,
    `${action} of ${name}`,
    (row) => row.action === action && namesOf(row).includes(name),
  );
}

/** Waits until a create that names this instance has come, and been struck by a fault. */
export async function untilCreateStruck(control: SimulatorControl, name: string): Promise<void> {
  await untilRow(
    control,
    `the create of ${name} is struck`,
    (row) =>
      row.action === 'CreateInstancesFromSnapshot' && row.effect !== null && namesOf(row).includes(name),
  );
}

/** Waits until something of this name has come into being: a create that is late has appeared then. */
export async function untilMade(control: SimulatorControl, name: string): Promise<void> {
  await waitFor({
    what: `${name} appears`,
    condition: async () => timesMade(await control.ledger(), name) > 0,
  });
}

function namesOf({ request = {} }: LedgerRow): unknown[] {
  const { instanceNames = [], instanceName, diskName, instanceSnapshotName } = request;
  return [...(instanceNames as unknown[]), instanceName, diskName, instanceSnapshotName];
}
