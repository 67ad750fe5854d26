import type { FleetOutcome } from '../client';
import { rotationProblem } from '../contract/rotation-problem';
import { fleetCommand } from '../contract/fleet-command';
import type { CommandContext } from './command-context';
import { EXIT_CODES, exitCodeOfFailure } from './exit-codes';
import { failureLines } from './render/failure-lines';
import { DEFAULT_WIDTH } from './render/live-screen';
import { printableLines } from './render/printable';
import { resultLines, resultSummary } from './render/result-lines';
import { rotationLines } from './render/rotation-lines';

export interface ReportOutcomeInput {
  context: CommandContext;
  fleetId: string;
  outcome: FleetOutcome;
}

/**
 * Tells how a fleet ended: the instances on stdout, what happened and what to do on stderr. With `--json` the event
 * `ended` has said it all. Answers with the exit code.
 */
export function reportOutcome({ context, fleetId, outcome }: ReportOutcomeInput): number {
  const { say, style, json } = context;
  switch (outcome.kind) {
    case 'ready':
      if (!json) {
        say(`${style.green('ready:')} fleet ${fleetId}: ${resultSummary(outcome.result)}`);
        // A pipe gets whole names, however narrow the terminal is.
        const width = context.stdout.isTTY === true ? (context.stdout.columns ?? DEFAULT_WIDTH) : Infinity;
        for (const line of resultLines({ result: outcome.result, width })) context.print(line);
        const { rotation } = outcome.result;
        if (rotation !== undefined) for (const line of rotationLines(rotation)) say(line);
      }
      // The fleet stands, and so does an older one that was to go.
      return rotationProblem(outcome.result) === undefined ? EXIT_CODES.done : EXIT_CODES.rollbackIncomplete;
    case 'cancelled':
      if (!json) say(`${style.yellow('cancelled:')} fleet ${fleetId} was rolled back, nothing is left`);
      return EXIT_CODES.failed;
    case 'failed':
      if (!json) {
        const [first = '', ...rest] = failureLines(outcome.failure);
        say(`${style.red('failed:')} fleet ${fleetId}: ${first}`);
        for (const line of rest) say(line);
        for (const line of commandLines(outcome)) say(line);
      }
      return exitCodeOfFailure(outcome.failure);
  }
}

/** What finishes the work, where the message has not said it already. */
function commandLines({
  failure: { message, details },
}: Extract<FleetOutcome, { kind: 'failed' }>): string[] {
  const command = details?.command;
  return command === undefined || message.includes(command)
    ? []
    : ['run:', ...printableLines(command).map((line) => `  ${line}`)];
}

/** After Ctrl-C: what goes on, and how to get back to it or stop it. */
export function reportInterrupted({ context, fleetId }: Omit<ReportOutcomeInput, 'outcome'>): number {
  const { say, json, printJson } = context;
  if (json) printJson({ kind: 'stopped-watching', at: new Date().toISOString(), fleetId });
  say(`stopped watching. Fleet ${fleetId} goes on without this command.`);
  say(`  watch it:   ${fleetCommand({ verb: 'watch', fleetId })}`);
  say(`  cancel it:  ${fleetCommand({ verb: 'cancel', fleetId })}`);
  return EXIT_CODES.interrupted;
}
