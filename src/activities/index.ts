import type { FleetActivities } from '../contract/activities';
import { awaitOperations } from './await-operations';
import { awaitReady } from './await-ready';
import { createCatalogue } from './catalogue';
import { createInstances } from './create-instances';
import type { ActivityDependencies } from './dependencies';
import { findInstances } from './find-instances';
import { planFleet } from './plan-fleet';
import { removeDisks } from './remove-disks';
import { removeInstances } from './remove-instances';

/** What a caller hands in; what activities share among themselves is made here. */
type CreateActivitiesInput = Omit<ActivityDependencies, 'catalogue'>;

/** Every activity, with its dependencies bound. Their names are recorded in histories: never rename one. */
export function createActivities(input: CreateActivitiesInput): FleetActivities {
  const dependencies: ActivityDependencies = { ...input, catalogue: createCatalogue() };
  return {
    planFleet: (input) => planFleet(dependencies, input),
    createInstances: (input) => createInstances(dependencies, input),
    awaitOperations: (input) => awaitOperations(dependencies, input),
    awaitReady: (input) => awaitReady(dependencies, input),
    findInstances: (input) => findInstances(dependencies, input),
    removeInstances: (input) => removeInstances(dependencies, input),
    removeDisks: (input) => removeDisks(dependencies, input),
  };
}
