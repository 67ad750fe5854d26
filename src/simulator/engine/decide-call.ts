import { AwsError } from '../errors/aws-error';
import type { NamedCall } from '../faults/choose-call-effect';
import { chooseFates } from '../faults/choose-fates';
import type { Fates } from '../faults/choose-fates';
import type { FaultRule, CallEffect } from '../faults/fault-plan';
import type { OperationName } from '../operations/operation-names';
import { runOperation } from '../operations/operation-table';
import type { Change } from '../state/change';
import { Draft } from '../state/draft';
import type { RegionState, SimulatorState } from '../state/simulator-state';
import type { CallAnswer } from './call';
import { errorAnswer, jsonAnswer } from './answer';
import { deliverStruck, refuseByRule } from './struck-call';

export interface DecideCallInput {
  state: SimulatorState;
  region: RegionState;
  nowMillis: number;
  action: OperationName;
  request: unknown;
  named: NamedCall;
  /** The rule of the fault plan that strikes this call. */
  rule: (FaultRule & { effect: CallEffect }) | undefined;
}

export interface DecideCallResult {
  answer: CallAnswer;
  changes: Change[];
}

/** What a call changes and what it is answered with. Changes nothing itself. */
export function decideCall(input: DecideCallInput): DecideCallResult {
  const refused = input.rule === undefined ? undefined : refuseByRule(input.rule);
  if (refused !== undefined) return { answer: refused, changes: [] };
  const met: Map<string, Fates>[] = [];
  const fateChanges: Change[] = [];
  const draft = new Draft(input.state);
  let decided: DecideCallResult;
  try {
    const result = runOperation({
      name: input.action,
      request: input.request,
      context: {
        state: input.state,
        region: input.region,
        draft,
        nowMillis: input.nowMillis,
        drawFates: (names) => {
          const drawn = drawFates({ ...input, names });
          met.push(drawn.fates);
          fateChanges.push(...drawn.changes);
          return drawn.fates;
        },
      },
    });
    decided = { answer: jsonAnswer(result), changes: [...fateChanges, ...draft.finish()] };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    decided = { answer: errorAnswer(error), changes: fateChanges };
  }
  const fated = describeFates(met);
  if (input.rule !== undefined)
    return {
      ...decided,
      answer: deliverStruck({ answer: { ...decided.answer, effect: fated.effect }, rule: input.rule }),
    };
  if (decided.answer.errorType === null && fated.refusal !== undefined)
    decided = { ...decided, answer: errorAnswer(fated.refusal) };
  if (decided.answer.errorType === null && fated.answerLost) decided.answer.delivery = { kind: 'reset' };
  return { ...decided, answer: { ...decided.answer, effect: fated.effect } };
}

function drawFates(input: DecideCallInput & { names: readonly string[] }): ReturnType<typeof chooseFates> {
  return chooseFates({
    faults: input.state.faults,
    call: input.named,
    resources: input.names.map((name) => ({ name, generation: input.region.generations.get(name) ?? 0 })),
  });
}

function refusalOf(rule: FaultRule | undefined): AwsError | undefined {
  if (rule === undefined) return undefined;
  const { errorCode = 'OperationFailureException', errorDetails = 'Some instances could not be created.' } =
    rule;
  return new AwsError({ type: errorCode, message: errorDetails });
}

interface MetFates {
  effect: string | null;
  answerLost: boolean;
  refusal: AwsError | undefined;
}

/**
 * The answer of a create that appears late is lost, unless the rule says `"answer": "given"`. One that made only some
 * of its names is answered with those, unless its rule says `lost` or `refused`.
 */
function describeFates(met: readonly Map<string, Fates>[]): MetFates {
  const rules = met.flatMap((fates) => [...fates.values()].flatMap((own) => Object.values(own)));
  const effects = [...new Set(rules.map(({ effect }) => effect))];
  return {
    effect: effects.length === 0 ? null : effects.join(','),
    answerLost: rules.some(
      ({ effect, answer }) => answer === 'lost' || (effect === 'late-appearance' && answer === undefined),
    ),
    refusal: refusalOf(rules.find(({ answer }) => answer === 'refused')),
  };
}
