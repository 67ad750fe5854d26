/** What the worker's bundle holds; the names are the workflow types. */
export { cloneFleet } from './clone-fleet';
export { planFleet } from './plan-fleet';
export { unknownType as default } from './unknown-type';
