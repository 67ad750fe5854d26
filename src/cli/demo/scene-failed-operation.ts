import { checkGone, type Check } from './check-outcome';
import { describeOutcome } from './describe-outcome';
import { playClone } from './play-clone';
import type { Scene } from './stage';

/** The instance whose operation fails. */
const UNLUCKY = 'failing-4';

export const failedOperationScene: Scene = {
  number: 2,
  title: 'one of six fails twice, so none stays',
  story: `Lightsail accepts all six, but the operation of ${UNLUCKY} fails. It is removed, made again, and fails again. A fleet is whole or not at all: watch the rollback.`,
  async play(stage) {
    await stage.control.putFaults([
      { action: 'CreateInstancesFromSnapshot', name: UNLUCKY, effect: 'operation-fails', times: 2 },
    ]);
    const {
      outcome,
      histories,
      names,
      ownerId: _,
      ...played
    } = await playClone({ stage, prefix: 'failing' });
    await stage.control.putFaults([]);
    const type = outcome.kind === 'failed' ? outcome.failure.type : outcome.kind;
    const checks: Check[] = [
      { claim: 'the run failed as OperationFailed', holds: type === 'OperationFailed', found: type },
      ...checkGone({ histories, names }),
    ];
    return { ...played, outcome: describeOutcome(outcome), checks };
  },
};
