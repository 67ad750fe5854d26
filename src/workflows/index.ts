/** What the worker's bundle holds; the names are the workflow types. */
export { cloneFleet } from './clone-fleet';
export { deleteFleet } from './delete-fleet';
export { planFleet } from './plan-fleet';
export { sweepFleets } from './sweep-fleets';
export { unknownType as default } from './unknown-type';
