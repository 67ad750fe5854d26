import type { Mutant } from './mutant';
import { CREATE_MUTANTS } from './mutants-of-create';
import { DELETION_MUTANTS } from './mutants-of-deletion';
import { END_MUTANTS } from './mutants-of-the-end';
import { REMOVAL_MUTANTS } from './mutants-of-removal';
import { UNDO_MUTANTS } from './mutants-of-undo';

/** Every way to break the product that the campaigns must find. */
export const MUTANTS: readonly Mutant[] = [
  ...UNDO_MUTANTS,
  ...CREATE_MUTANTS,
  ...REMOVAL_MUTANTS,
  ...DELETION_MUTANTS,
  ...END_MUTANTS,
];

/** Holds the table of them. */
export const MUTANTS_DOCUMENT = 'docs/reliability-mutants.md';
