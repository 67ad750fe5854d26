import type { CommandContext } from '../command-context';
import { withFleets } from '../connect-fleets';
import type { Stack } from '../dev/stack';
import { EXIT_CODES } from '../exit-codes';
import { announceScene, holds, reportDemo, reportScene, type PlayedScene } from './report-demo';
import { failedOperationScene } from './scene-failed-operation';
import { killedWorkerScene } from './scene-killed-worker';
import { wholeFleetScene } from './scene-whole-fleet';
import { createSimulatorControl } from './simulator-control';
import type { Scene, Stage } from './stage';

const SCENES: readonly Scene[] = [wholeFleetScene, failedOperationScene, killedWorkerScene];

export interface RunDemoInput {
  context: CommandContext;
  stack: Stack;
  signal: AbortSignal;
}

/** Plays every scene, past one that goes wrong, and answers with the exit code. */
export async function runDemo({ context, stack, signal }: RunDemoInput): Promise<number> {
  const startedAt = Date.now();
  return withFleets({ env: stack.env }, async ({ fleets }) => {
    const stage: Stage = {
      context,
      stack,
      fleets,
      control: createSimulatorControl(stack),
      worker: await stack.startWorker(),
      signal,
    };
    const played: PlayedScene[] = [];
    for (const scene of SCENES) {
      announceScene(context, scene);
      const one = await play(scene, stage);
      if (signal.aborted) return EXIT_CODES.interrupted;
      reportScene(context, one);
      played.push(one);
    }
    reportDemo(context, played, (Date.now() - startedAt) / 1000);
    return played.every(holds) ? EXIT_CODES.done : EXIT_CODES.failed;
  });
}

async function play(scene: Scene, stage: Stage): Promise<PlayedScene> {
  try {
    return { scene, result: await scene.play(stage) };
  } catch (error) {
    return { scene, trouble: error instanceof Error ? error.message : String(error) };
  }
}
