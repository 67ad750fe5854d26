/**
 * Every input and result that another language meets, and where. Vocabulary only (no library): the help text lists
 * it, and `--help` is to answer before zod has loaded.
 */
export const SCHEMA_NAMES = {
  CloneFleetInput: 'argument of the workflows cloneFleet and planFleet',
  CloneFleetResult: 'result of the workflow cloneFleet',
  FleetPlan: 'result of the workflow planFleet, and of the update awaitPlan of cloneFleet',
  FleetProgress: 'answer of the query progress of cloneFleet',
  DeleteFleetInput: 'argument of the workflow deleteFleet',
  DeleteFleetResult: 'result of the workflow deleteFleet',
  SweepFleetsInput: 'argument of the workflow sweepFleets; may be left out',
  SweepFleetsResult: 'result of the workflow sweepFleets',
  DeleteProgress: 'answer of the query progress of deleteFleet and sweepFleets',
  FailureType: 'type of the application failure that a workflow or the update awaitPlan ends with',
  FleetFailureDetails: 'first entry of the details of the failure of a workflow or of awaitPlan',
} as const;

export type SchemaName = keyof typeof SCHEMA_NAMES;

export function isSchemaName(text: string): text is SchemaName {
  return Object.hasOwn(SCHEMA_NAMES, text);
}
