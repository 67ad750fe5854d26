import { setTimeout as delay } from 'node:timers/promises';
import type { Alongside } from '../follow-fleet';
import { checkStanding, type Check } from './check-outcome';
import { describeOutcome } from './describe-outcome';
import { playClone } from './play-clone';
import type { Scene, Stage } from './stage';

/** Long enough to be seen; the run is then without any worker. */
const WITHOUT_WORKER_MILLIS = 2000;

export const killedWorkerScene: Scene = {
  number: 3,
  title: 'the worker is killed in the middle',
  story: 'kill -9 while six instances are being made; a new worker starts two seconds later and takes over.',
  async play(stage) {
    let killing: Promise<Check> | undefined;
    const alongside: Alongside = (event, say) => {
      if (event.kind !== 'progress' || killing !== undefined) return;
      const inTheMiddle = (event.view.progress?.counts.waiting ?? 0) > 0;
      if (inTheMiddle) killing = replaceWorker(stage, say);
    };
    const { outcome, histories, names, ownerId, ...played } = await playClone({
      stage,
      prefix: 'resumed',
      alongside,
    });
    const killed = await (killing ??
      Promise.resolve({ claim: 'the worker was killed', holds: false, found: 'too late' }));
    const checks: Check[] = [
      killed,
      { claim: 'the run ended ready all the same', holds: outcome.kind === 'ready', found: outcome.kind },
      ...checkStanding({ histories, names, ownerId }),
    ];
    return { ...played, outcome: describeOutcome(outcome), checks };
  },
};

async function replaceWorker(stage: Stage, say: (line: string) => void): Promise<Check> {
  const { pid } = stage.worker;
  const exit = await stage.worker.kill();
  say(`the worker (pid ${String(pid)}) is killed with SIGKILL`);
  await delay(WITHOUT_WORKER_MILLIS);
  stage.worker = await stage.stack.startWorker();
  say(`a new worker runs (pid ${String(stage.worker.pid)})`);
  return {
    claim: 'the worker was killed with SIGKILL',
    holds: exit.signal === 'SIGKILL',
    found: String(exit.signal),
  };
}
