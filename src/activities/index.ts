import type { FleetActivities } from '../contract/activities';
import { awaitOperations } from './await-operations';
import { awaitReady } from './await-ready';
import { createInstances } from './create-instances';
import type { ActivityDependencies } from './dependencies';
import { findInstances } from './find-instances';
import { planFleet } from './plan-fleet';
import { removeDisks } from './remove-disks';
import { removeInstances } from './remove-instances';

/** Every activity, with its dependencies bound. Their names are recorded in histories: never rename one. */
export function createActivities(dependencies: ActivityDependencies): FleetActivities {
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
