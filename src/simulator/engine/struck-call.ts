import { AwsError } from '../errors/aws-error';
import type { CallEffect, FaultRule } from '../faults/fault-plan';
import { QUOTA_TEXT } from '../validation/quota';
import { errorAnswer } from './answer';
import type { CallAnswer } from './call';

type CallRule = FaultRule & { effect: CallEffect };

/** How long a stalled client waits, and how slow a slow answer is, where the rule does not say. Virtual seconds. */
const DEFAULT_STALL_SECONDS = 3600;
const DEFAULT_SLOW_SECONDS = 5;

/** What a load balancer in front of AWS answers when there is nothing behind it. */
const NOT_JSON_BODY = '<html><body><b>Http/1.1 Service Unavailable</b></body> </html>';

/** The answer of a call that is struck before it is carried out; undefined where it is carried out all the same. */
export function refuseByRule(rule: CallRule): CallAnswer | undefined {
  const { effect } = rule;
  const refuse = (type: string, message: string): CallAnswer => {
    const error = new AwsError({ type: rule.errorCode ?? type, message: rule.errorDetails ?? message });
    return { ...errorAnswer(error), effect };
  };
  switch (effect) {
    case 'throttle':
      return refuse('ThrottlingException', 'Rate exceeded');
    case 'server-error':
      return withServerStatus(
        refuse('ServiceException', 'An internal error occurred. Try again in a few minutes.'),
      );
    case 'denied':
      return refuse('AccessDeniedException', 'You are not authorized to perform this operation.');
    case 'quota':
      return refuse('InvalidInputException', QUOTA_TEXT);
    case 'delete-refused':
      return refuse(
        'OperationFailureException',
        'The resource cannot be deleted in its present state. Try again later.',
      );
    case 'not-json':
      return { ...notDone(effect), status: 503, contentType: 'text/html', body: NOT_JSON_BODY };
    case 'reset-before':
      return { ...notDone(effect), delivery: { kind: 'reset' } };
    case 'stall':
      return rule.done === true ? undefined : { ...notDone(effect), delivery: stallOf(rule) };
    case 'reset-after':
    case 'slow':
      return undefined;
  }
}

/** What becomes of the answer of a call that was carried out although a rule strikes it. */
export function deliverStruck({ answer, rule }: { answer: CallAnswer; rule: CallRule }): CallAnswer {
  const effects = [rule.effect, ...(answer.effect?.split(',') ?? [])];
  const struck = { ...answer, effect: [...new Set<string>(effects)].join(',') };
  if (rule.effect === 'reset-after') return { ...struck, delivery: { kind: 'reset' } };
  if (rule.effect === 'stall') return { ...struck, delivery: stallOf(rule) };
  return {
    ...struck,
    delivery: { kind: 'answer', delayMillis: (rule.seconds ?? DEFAULT_SLOW_SECONDS) * 1000 },
  };
}

function stallOf(rule: CallRule): CallAnswer['delivery'] {
  return { kind: 'stall', delayMillis: (rule.seconds ?? DEFAULT_STALL_SECONDS) * 1000 };
}

/** A `server-error` is a 5xx whatever name its rule gives it. */
function withServerStatus(answer: CallAnswer): CallAnswer {
  return { ...answer, status: Math.max(500, answer.status) };
}

function notDone(effect: CallEffect): CallAnswer {
  const delivery = { kind: 'answer', delayMillis: 0 } as const;
  return {
    status: 0,
    contentType: 'application/x-amz-json-1.1',
    body: '',
    errorType: null,
    effect,
    delivery,
  };
}
