import { checkStanding, type Check } from './check-outcome';
import { describeOutcome } from './describe-outcome';
import { playClone } from './play-clone';
import type { Scene } from './stage';

export const wholeFleetScene: Scene = {
  number: 1,
  title: 'a snapshot becomes a fleet',
  story: 'Six instances are cloned from the snapshot golden. Open the link to see the run in Temporal’s UI.',
  async play(stage) {
    const { outcome, histories, names, ownerId, ...played } = await playClone({ stage, prefix: 'whole' });
    const checks: Check[] = [
      { claim: 'the run ended ready', holds: outcome.kind === 'ready', found: outcome.kind },
      ...checkStanding({ histories, names, ownerId }),
    ];
    return { ...played, outcome: describeOutcome(outcome), checks };
  },
};
