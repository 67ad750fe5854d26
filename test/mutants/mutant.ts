/** A text of a source file and what stands in its place. It must be there exactly once, so that the list cannot rot. */
export interface Edit {
  file: string;
  find: string;
  put: string;
}

/** What is run against a broken product, from the copy of the tree that holds it. */
export type Campaign =
  /** The worlds that aim at one promise each (test/faults/plan/written-plans.ts), until the first that breaks one. */
  | { kind: 'written' }
  /** The random worlds that `npm test` plays, until the first that breaks a promise. */
  | { kind: 'worlds'; seeds: number }
  /** A test file; with a title, those tests of it alone. */
  | { kind: 'test'; file: string; title?: string };

/** One way to break the product, which a campaign must find. */
export interface Mutant {
  name: string;
  /** In one sentence, for a person. */
  breaks: string;
  edits: readonly Edit[];
  /** The cheapest first; the next one is asked only when this one finds nothing. */
  campaigns: readonly Campaign[];
}

export function describeCampaign(campaign: Campaign): string {
  if (campaign.kind === 'worlds') return `${String(campaign.seeds)} random worlds`;
  if (campaign.kind === 'written') return 'written worlds';
  const { file, title } = campaign;
  return title === undefined ? file : `${file}, "${title}"`;
}
