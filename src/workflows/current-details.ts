import type { FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress } from '../contract/fleet-progress';
import { INSTANCE_STATES } from '../contract/fleet-states';
import { formatClock, formatCount, formatPrice, formatTime, formatTook } from './details-text';
import { linksOf, type FleetPages } from './details-links';
import { addFleetTable } from './fleet-table';
import { escape, inCode, inFrame, Page } from './markdown';
import { addPlanTable } from './plan-details';
import { addRotation } from './rotation-details';

/** Of the first cause, which may quote AWS at length, and of what a refused request lists. */
const MOST_OF_CAUSE = 400;
const MOST_PROBLEMS = 20;

const MOST_SURVIVORS = 20;
const MOST_WARNINGS = 5;

/** Commands of one failure; the failure's details have them all. */
const MOST_COMMANDS = 5;

export interface RenderDetailsInput {
  progress: FleetProgress;
  /** ISO 8601. What the page says is of this moment. */
  at: string;
  plan?: FleetPlan | undefined;
  /** What removes what is left. */
  commands?: readonly string[];
  /** Where the UI has this run; without it there are no links. */
  pages?: FleetPages | undefined;
}

/** The run as Markdown, for the Temporal UI's User Metadata tab. Every value that a user or AWS gave is escaped. */
export function renderDetails(input: RenderDetailsInput): string {
  const { progress, plan, commands = [] } = input;
  const tail = new Page();
  const warnings = progress.warnings.map((warning) => escape(warning));
  tail.addList({ title: '**Warnings**', rows: warnings, most: MOST_WARNINGS });
  if (plan !== undefined) addPlanTable(tail, plan);
  const page = new Page({ beside: tail.toString() });
  page.add(`### ${progress.state}: ${standing(progress)}`, countsOf(progress), factsOf(input));
  const runs = commands.map(inCode);
  page.addList({ title: '**To remove what is left, run**', rows: runs, most: MOST_COMMANDS });
  addSurvivors(page, progress);
  addCause(page, progress);
  addRotation(page, progress);
  page.add(linksOf(input));
  addFleetTable(page, progress);
  return inFrame(page, tail);
}

/** The end in a word: what is left and billed, or how many can be used. */
function standing({ state, counts, requested, survivors }: FleetProgress): string {
  const made = requested - (counts.planned ?? 0);
  switch (state) {
    case 'planning':
      return 'the request and the account are checked';
    case 'rolling-back':
      return `${String(counts.removed ?? 0)} of ${formatCount(made, 'instance')} removed`;
    case 'rolled-back':
      return made === 0 ? 'nothing was made' : 'nothing is left';
    case 'rollback-incomplete':
      return `${survivors.length === 1 ? '1 resource is' : `${String(survivors.length)} resources are`} still there, and billed`;
    case 'creating':
    case 'waiting':
    case 'ready':
      return `${String(counts.ready ?? 0)} of ${String(requested)} ready`;
  }
}

/** Of a fleet that is all in one state the head has said it. */
function countsOf({ counts }: FleetProgress): string {
  const told = INSTANCE_STATES.flatMap((state) =>
    counts[state] === undefined ? [] : [`${String(counts[state])} ${state}`],
  );
  return told.length < 2 ? '' : told.join(', ');
}

function factsOf({ progress, at }: RenderDetailsInput): string {
  const { source, availabilityZone, startedAt, state, requested, monthlyPriceUsd, rotation } = progress;
  const rotates = rotation?.done === false;
  const ended = !rotates && (state === 'ready' || state === 'rolled-back' || state === 'rollback-incomplete');
  const stands = state !== 'rolling-back' && state !== 'rolled-back' && state !== 'rollback-incomplete';
  const price = stands && monthlyPriceUsd !== undefined ? `, ${formatPrice(monthlyPriceUsd)}` : '';
  const what =
    source === undefined || availabilityZone === undefined
      ? ''
      : `${formatCount(requested, 'instance')} of **${escape(source)}** in ${escape(availabilityZone)}${price}. `;
  const until = ended ? `took ${formatTook(startedAt, at)}` : `seen at ${formatClock(at)}`;
  return `${what}Started ${formatTime(startedAt)}, ${until}.`;
}

function addSurvivors(page: Page, { survivors }: FleetProgress): void {
  page.addList({
    title: `**Still there, and billed** (${String(survivors.length)}):`,
    rows: survivors.map(
      ({ resourceType, name, cause }) => `${resourceType} **${escape(name)}**: ${escape(cause)}`,
    ),
    most: MOST_SURVIVORS,
  });
}

/** A refused request lists its problems, one a line. */
function addCause(page: Page, { cause }: FleetProgress): void {
  if (cause === undefined) return;
  const [first = '', ...rest] = cause.message.split('\n');
  const title = `**${escape(cause.type)}**: ${escape(first, MOST_OF_CAUSE)}`;
  if (rest.length === 0) page.add(title);
  else page.addList({ title, rows: rest.map((line) => escape(line)), most: MOST_PROBLEMS });
}
