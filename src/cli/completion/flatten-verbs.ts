import type { CompletedVerb } from './verb-tree';

/** A verb, and all below it. */
export function flattenVerbs(verb: CompletedVerb): CompletedVerb[] {
  return [verb, ...verb.verbs.flatMap(flattenVerbs)];
}

/** `create` of `schedule create`. */
export function lastWord(path: string): string {
  return path.split(' ').at(-1) ?? '';
}
