import { effectsOn, type Struck } from './every/effects';
import { playFleets, problemsOf, type PlayedFleet } from './every/play-fleets';
import { recordRuns, type RecordedCall } from './every/record-runs';
import { REGIONS } from './every/regions';
import type { Lane } from './campaign/lane';
import { withLanes } from './run-campaign';

const LANES = 3;
const LIMIT_MILLIS = 10 * 60_000;

interface Case extends Struck {
  call: RecordedCall;
}

interface Tried extends Case {
  played: PlayedFleet;
  hasStruck: boolean;
}

/** As many at once as there are Regions. Cold calls need a worker that has just started. */
function inPlays(cases: readonly Case[]): Case[][] {
  return [true, false].flatMap((cold) => {
    const such = cases.filter(({ call }) => call.cold === cold);
    return Array.from({ length: Math.ceil(such.length / REGIONS.length) }, (_, index) =>
      such.slice(index * REGIONS.length, (index + 1) * REGIONS.length),
    );
  });
}

async function tryAll(lanes: readonly Lane[], cases: readonly Case[]): Promise<Tried[]> {
  const plays = inPlays(cases).entries();
  const tried: Tried[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [index, play] of plays) {
        const fleets = play.map(({ call, rule }, position) => ({
          region: REGIONS[position] ?? '',
          shape: call.shape,
          faults: [rule],
        }));
        const fresh = play[0]?.call.cold === true;
        const played = await playFleets({ lane, fleets, idPrefix: `call-${String(index)}`, fresh });
        play.forEach((one, position) => {
          const fleet = played[position] as PlayedFleet;
          const effects = fleet.evidence.ledger.flatMap((row) =>
            row.kind === 'call' ? (row.effect ?? []) : [],
          );
          tried.push({
            ...one,
            played: fleet,
            hasStruck: effects.some((effect) => effect.split(',').includes(one.rule.effect)),
          });
        });
      }
    }),
  );
  return tried;
}

function describeCase({ call: { shape, action, nth }, rule }: Case): string {
  const { effect, seconds: _, times: __, action: ___, nth: ____, ...variant } = rule;
  return `${shape.name}: ${effect} at ${action} ${String(nth)} ${JSON.stringify(variant)}`;
}

/** How often a run looks while it waits, and by which call, differs by a look or two from the recorded one. */
const MOST_MISSED = 0.1;

describe('every fault at every AWS call that a run makes', () => {
  it(
    'keeps all promises, and where AWS did not refuse for good ends as if nothing had happened',
    async () => {
      const tried = await withLanes(LANES, async (lanes) => {
        const { calls } = await recordRuns(lanes[0] as Lane);
        const cases = calls.flatMap((call) => effectsOn(call).map((effect) => ({ ...effect, call })));
        return tryAll(lanes, cases);
      });
      const told = tried.map((one) => ({
        case: describeCase(one),
        problems: problemsOf({ ...one, shape: one.call.shape }),
      }));
      expect(told.filter(({ problems }) => problems.length > 0)).toEqual([]);
      const missed = tried.filter(({ hasStruck }) => !hasStruck);
      expect(missed.filter(({ call }) => !call.action.startsWith('Get')).map(describeCase)).toEqual([]);
      expect(missed.length).toBeLessThan(tried.length * MOST_MISSED);
    },
    LIMIT_MILLIS,
  );
});
