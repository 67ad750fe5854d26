import type { FleetActivities } from '../contract/activities';
import { awaitOperations } from './await-operations';
import { awaitReady } from './await-ready';
import { checkDelete, checkSweep } from './check-request';
import { createInstances } from './create-instances';
import type { ActivityDependencies } from './dependencies';
import { findGenerations } from './find-generations';
import { findInstances } from './find-instances';
import { findOwned } from './find-owned';
import { inAccount } from './in-account';
import { leaveGroup } from './leave-group';
import { pauseSchedule } from './pause-schedule';
import { planFleet } from './plan-fleet';
import { readRuns } from './read-runs';
import { releaseDisks } from './release-disks';
import { removeDisks } from './remove-disks';
import { removeInstances } from './remove-instances';
import { surveyRegion } from './survey-region';

/** Every activity, with its dependencies bound. Their names are recorded in histories: never rename one. */
export function createActivities(dependencies: ActivityDependencies): FleetActivities {
  return {
    planFleet: (input) => planFleet(dependencies, input),
    createInstances: inAccount(dependencies, createInstances),
    awaitOperations: inAccount(dependencies, awaitOperations),
    awaitReady: inAccount(dependencies, awaitReady),
    findInstances: inAccount(dependencies, findInstances),
    removeInstances: inAccount(dependencies, removeInstances),
    removeDisks: inAccount(dependencies, removeDisks),
    findGenerations: inAccount(dependencies, findGenerations),
    leaveGroup: inAccount(dependencies, leaveGroup),
    pauseSchedule: (input) => pauseSchedule(dependencies, input),
    checkDelete: (input) => checkDelete(dependencies, input),
    checkSweep: (input) => checkSweep(dependencies, input),
    findOwned: (input) => findOwned(dependencies, input),
    readRuns: (input) => readRuns(dependencies, input),
    releaseDisks: (input) => releaseDisks(dependencies, input),
    surveyRegion: (input) => surveyRegion(dependencies, input),
  };
}
