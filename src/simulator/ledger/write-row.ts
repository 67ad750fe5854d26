import type { Call, CallAnswer } from '../engine/call';
import type { ChangeDescription } from './describe-change';

/** A request beyond this is told of in the ledger, not kept: 16 KB of user data and 100 names fit. */
const LONGEST_REQUEST_CHARACTERS = 131_072;

/** `{ seq, at, kind: "call", … }` (docs/simulator-differences.md, "Control"). `at` is virtual time. */
export function writeCallRow(input: {
  seq: number;
  atMillis: number;
  call: Call;
  answer: CallAnswer;
}): string {
  const { seq, atMillis, call, answer } = input;
  const head = JSON.stringify({
    seq,
    at: new Date(atMillis).toISOString(),
    kind: 'call',
    action: call.action,
  });
  const tail = JSON.stringify({
    region: call.region,
    accessKeyId: call.accessKeyId,
    status: answer.status === 0 || answer.delivery.kind !== 'answer' ? null : answer.status,
    errorType: answer.errorType,
    effect: answer.effect,
  });
  // Joined, and not put together with `+`: V8 would keep the parts, at twice the memory for as long as the row is kept.
  return [head.slice(0, -1), ',"request":', requestOf(call), ',', tail.slice(1)].join('');
}

/** `{ seq, at, kind: "change", … }`; `cause` is the seq of the call, or `clock`. */
export function writeChangeRow(input: {
  seq: number;
  atMillis: number;
  change: ChangeDescription;
  cause: number | 'clock';
}): string {
  const { seq, atMillis, change, cause } = input;
  return JSON.stringify({ seq, at: new Date(atMillis).toISOString(), kind: 'change', ...change, cause });
}

/** The body as it came is JSON already; line breaks can only stand between its tokens. */
function requestOf({ requestText }: Call): string {
  if (requestText === undefined) return 'null';
  if (requestText.length > LONGEST_REQUEST_CHARACTERS) {
    return JSON.stringify({ tooLongForTheLedger: requestText.length });
  }
  return requestText.replace(/[\r\n\t]/g, ' ');
}
