import { ACTIONS_OF_EFFECT, CALL_EFFECTS, FATE_EFFECTS } from '../../../src/simulator/faults/fault-plan';
import type { FaultRule } from '../../support/simulator-control';
import type { RecordedCall } from './record-runs';

export interface Struck {
  rule: FaultRule;
  /** The run must end as if nothing had happened. */
  passes: boolean;
}

/** The SDK sends a read three times by itself: what strikes four in a row reaches the code that is tested. */
const TIMES_OF_READ = 4;

/** Real seconds are a 40th of these: well below the time-outs of calls and the settling time of 2.5 s. */
const VARIANTS: Readonly<Record<string, Partial<FaultRule>[]>> = {
  stall: [
    { seconds: 60, done: false },
    { seconds: 60, done: true },
  ],
  slow: [{ seconds: 40 }],
  'late-appearance': [
    { seconds: 40, answer: 'lost' },
    { seconds: 40, answer: 'given' },
  ],
  'not-made': [{ answer: 'given' }, { answer: 'lost' }, { answer: 'refused' }],
  'operation-fails': [{ seconds: 2 }],
  'operation-stuck': [{ seconds: 120 }],
  'no-address': [{ seconds: 80 }],
};

/** What AWS means for good: the run may fail by it. */
const FINAL = ['denied', 'quota', 'capacity'];

/** Reads that last a while: more than one in a row is struck only where it costs no time. */
const LASTING = ['stall', 'slow'];

/** Every effect that the simulator has for this call, in each of its variants. */
export function effectsOn({ action, nth }: RecordedCall): Struck[] {
  const isRead = action.startsWith('Get');
  const applies = (effect: string) => ACTIONS_OF_EFFECT.get(effect)?.includes(action) ?? true;
  return [...CALL_EFFECTS, ...FATE_EFFECTS].filter(applies).flatMap((effect) => {
    const isFinal = FINAL.includes(effect) || (effect === 'operation-fails' && action.startsWith('Create'));
    const times = isRead && !isFinal && !LASTING.includes(effect) ? TIMES_OF_READ : 1;
    return (VARIANTS[effect] ?? [{}]).map((variant) => ({
      rule: { action, nth, effect, times, ...variant },
      passes: !isFinal,
    }));
  });
}
