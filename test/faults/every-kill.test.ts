import type { Lane } from './campaign/lane';
import type { Moment } from './every/gathering';
import { playEdges } from './every/play-edges';
import { problemsOf } from './every/play-fleets';
import { missedCalls, playGathered } from './every/play-gathered';
import { recordRuns, type RecordedRuns } from './every/record-runs';
import { withLanes } from './run-campaign';

/** A killed worker is missed after 10 s: most of the time is waiting for that. */
const LANES = 8;
const LIMIT_MILLIS = 10 * 60_000;

/** A read changes nothing, so it is all one at which moment of it the worker dies. */
const OF_A_WRITE: Moment[] = ['lost', 'before', 'after'];
const OF_A_READ: Moment[] = ['after'];

const kill = (lane: Lane) => lane.worker.killAndRestart();

function momentsOf({ calls }: RecordedRuns) {
  return calls.flatMap((call) => {
    const moments = call.action.startsWith('Get') ? OF_A_READ : OF_A_WRITE;
    return moments.map((moment) => ({ call, moment }));
  });
}

it(
  'kill -9 of the worker at every AWS call of a run, and at both ends of each activity, changes no outcome',
  async () => {
    const { gathered, played } = await withLanes(LANES, async (lanes) => {
      const runs = await recordRuns(lanes[0] as Lane);
      const moments = momentsOf(runs);
      const gathered = await playGathered({ lanes, moments, idPrefix: 'kill', happen: kill });
      return { gathered, played: await playEdges({ lanes, edges: runs.edges, happen: kill }) };
    });
    const atCalls = gathered.flatMap(({ call: { shape, action, nth }, moment, played: fleet }) =>
      problemsOf({ played: fleet, shape }).map((problem) => [shape.name, moment, action, nth, problem]),
    );
    const atEdges = played.flatMap(({ edge: { shape, activityId, edge }, played: fleet }) =>
      problemsOf({ played: fleet, shape }).map((problem) => [shape.name, edge, activityId, problem]),
    );
    expect([...atCalls, ...atEdges]).toEqual([]);
    expect(missedCalls(gathered)).toEqual([]);
    expect(played.filter(({ hasCome }) => !hasCome).map(({ edge }) => edge)).toEqual([]);
  },
  LIMIT_MILLIS,
);
