import { breakTree } from './broken-tree';
import type { Campaign, Mutant } from './mutant';
import { describeCampaign } from './mutant';
import { runCampaign, type Finding } from './run-campaign';

export interface CheckedMutant {
  name: string;
  breaks: string;
  result: 'caught' | 'survived' | 'broken';
  /** The campaign that caught it. */
  by?: string;
  /** The first violation; or why nothing could be told. */
  sentence?: string;
  seconds: number;
}

export interface CheckInput {
  /** A copy of the checkout, so that work may go on there. */
  tree: string;
  /** For copies of it. */
  folder: string;
  mutants: readonly Mutant[];
  atOnce: number;
  say: (line: string) => void;
}

/** Nothing is broken: a campaign must hold, or what it finds in a mutant says nothing. Answers with what did not. */
export async function runControl(input: {
  tree: string;
  campaigns: readonly Campaign[];
  say: (line: string) => void;
}): Promise<string[]> {
  const { tree, campaigns, say } = input;
  const problems: string[] = [];
  for (const campaign of eachOnce(campaigns)) {
    const startedAt = Date.now();
    const finding = await runCampaign({ root: tree, campaign });
    const told = finding.verdict === 'held' ? 'held' : `FAILED: ${reason(finding) ?? ''}`;
    say(`control: ${describeCampaign(campaign)}: ${told}, ${String(seconds(startedAt))} s`);
    if (finding.verdict !== 'held') problems.push(`${describeCampaign(campaign)}: ${told}`);
  }
  return problems;
}

/** Each campaign once, the tests of a file together. */
function eachOnce(all: readonly Campaign[]): Campaign[] {
  const worlds = all.flatMap((one) => (one.kind === 'worlds' ? [one.seeds] : []));
  const files = new Map<string, Set<string | undefined>>();
  for (const one of all)
    if (one.kind === 'test') files.set(one.file, (files.get(one.file) ?? new Set()).add(one.title));
  return [
    ...[...files].map(([file, titles]): Campaign => {
      const named = [...titles].flatMap((title) => title ?? []);
      if (titles.has(undefined)) return { kind: 'test', file };
      return { kind: 'test', file, title: named.length === 1 ? (named[0] ?? '') : `(${named.join('|')})` };
    }),
    ...(all.some(({ kind }) => kind === 'written') ? [{ kind: 'written' as const }] : []),
    ...(worlds.length > 0 ? [{ kind: 'worlds' as const, seeds: Math.max(...worlds) }] : []),
  ];
}

/** Breaks the product in each way, some at once, and runs campaigns until one finds it. */
export async function checkMutants({
  tree,
  folder,
  mutants,
  atOnce,
  say,
}: CheckInput): Promise<CheckedMutant[]> {
  const rest = mutants.entries();
  const checked: CheckedMutant[] = [];
  const lane = async () => {
    for (const [index, mutant] of rest) {
      say(`${mutant.name}: ${mutant.breaks}`);
      const one = await checkMutant({ tree, folder, mutant });
      const how = one.result === 'caught' ? `by ${one.by ?? ''}` : (one.sentence ?? '');
      say(`${mutant.name}: ${one.result.toUpperCase()} ${how}, ${String(one.seconds)} s`);
      checked[index] = one;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return checked;
}

async function checkMutant(input: { tree: string; folder: string; mutant: Mutant }): Promise<CheckedMutant> {
  const { tree, folder, mutant } = input;
  const { name, breaks, edits, campaigns } = mutant;
  const startedAt = Date.now();
  let end: Pick<CheckedMutant, 'result' | 'by' | 'sentence'> = { result: 'survived' };
  try {
    const broken = await breakTree({ from: tree, into: folder, edits });
    try {
      for (const campaign of campaigns) {
        const finding = await runCampaign({ root: broken.root, campaign });
        if (finding.verdict === 'held') continue;
        const sentence = reason(finding) ?? '';
        const by = describeCampaign(campaign);
        end = { result: finding.verdict === 'violated' ? 'caught' : 'broken', by, sentence };
        break;
      }
    } finally {
      broken.remove();
    }
  } catch (error) {
    end = { result: 'broken', sentence: error instanceof Error ? error.message : String(error) };
  }
  return { name, breaks, ...end, seconds: seconds(startedAt) };
}

function reason(finding: Finding): string | undefined {
  if (finding.verdict === 'held') return undefined;
  return finding.verdict === 'violated' ? finding.sentence : finding.how;
}

function seconds(startedAt: number): number {
  return Math.round((Date.now() - startedAt) / 1000);
}
