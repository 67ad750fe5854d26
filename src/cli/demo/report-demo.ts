import type { CommandContext } from '../command-context';
import { formatSeconds } from '../render/format-values';
import { tableLines } from '../render/table';
import type { Check } from './check-outcome';
import type { Scene, SceneResult } from './stage';

/** A scene that has ended; `trouble` is what kept it from ending as it should have. */
export interface PlayedScene {
  scene: Scene;
  result?: SceneResult | undefined;
  trouble?: string | undefined;
}

export function announceScene(context: CommandContext, { number, title, story }: Scene): void {
  if (context.json) {
    context.printJson({ kind: 'scene', at: new Date().toISOString(), scene: number, title });
    return;
  }
  context.say('');
  context.say(context.style.bold(`Scene ${String(number)}: ${title}`));
  context.say(context.style.dim(story));
}

/** What the ledger says, right after each scene. */
export function reportScene(context: CommandContext, { scene, result, trouble }: PlayedScene): void {
  if (context.json) {
    context.printJson({
      kind: 'scene-ended',
      at: new Date().toISOString(),
      scene: scene.number,
      ...result,
      trouble,
    });
    return;
  }
  if (trouble !== undefined) context.say(`${context.style.red('trouble:')} ${trouble}`);
  for (const check of result?.checks ?? []) context.say(checkLine(context, check));
}

function checkLine({ style }: CommandContext, { claim, holds, found }: Check): string {
  return holds
    ? `  ${style.green('ok')}   ${claim}`
    : `  ${style.red('NOT')}  ${claim}: found ${found ?? 'otherwise'}`;
}

export function holds({ result, trouble }: PlayedScene): boolean {
  return trouble === undefined && result !== undefined && result.checks.every((check) => check.holds);
}

/** The table at the end, on stdout: what was told, and whether the ledger agrees. */
export function reportDemo(context: CommandContext, played: readonly PlayedScene[], seconds: number): void {
  const asTold = played.filter(holds).length;
  if (context.json) {
    context.printJson({
      kind: 'summary',
      at: new Date().toISOString(),
      scenes: played.length,
      asTold,
      seconds,
    });
    return;
  }
  const rows = played.map((one) => [
    String(one.scene.number),
    one.scene.title,
    one.result?.outcome ?? 'did not end',
    one.result === undefined ? '' : formatSeconds(one.result.seconds),
    holds(one) ? 'as told' : 'NOT AS TOLD',
  ]);
  context.say('');
  const head = ['#', 'SCENE', 'OUTCOME', 'TOOK', 'LEDGER'];
  for (const line of tableLines({ head, rows, width: context.stdout.columns ?? Infinity }))
    context.print(line);
  context.print(`${String(asTold)} of ${String(played.length)} scenes as told, in ${formatSeconds(seconds)}`);
}
