import type { Lane } from './campaign/lane';
import { missedCalls, playGathered } from './every/play-gathered';
import { problemsOf } from './every/play-fleets';
import { recordRuns } from './every/record-runs';
import { withLanes } from './run-campaign';

const LIMIT_MILLIS = 6 * 60_000;

it(
  'kill -9 of the Temporal server, and a new one on its file, at every AWS call of a run changes no outcome',
  async () => {
    // One lane: all lanes of a server feel its end.
    const gathered = await withLanes(1, async (lanes) => {
      const { calls } = await recordRuns(lanes[0] as Lane);
      const moments = calls.map((call) => ({ call, moment: 'after' as const }));
      const happen = ({ ground }: Lane) => ground.restartTemporal();
      return playGathered({ lanes, moments, idPrefix: 'restart', happen });
    });
    const told = gathered.flatMap(({ call: { shape, action, nth }, played }) =>
      problemsOf({ played, shape }).map((problem) => [shape.name, action, nth, problem]),
    );
    expect(told).toEqual([]);
    expect(missedCalls(gathered)).toEqual([]);
  },
  LIMIT_MILLIS,
);
