import type { Lane } from '../campaign/lane';
import { Gathering, type Moment } from './gathering';
import { playFleets, type PlayedFleet } from './play-fleets';
import type { RecordedCall } from './record-runs';
import { REGIONS } from './regions';

export interface CallMoment {
  call: RecordedCall;
  moment: Moment;
}

export interface Gathered extends CallMoment {
  played: PlayedFleet;
  hasCome: boolean;
}

export interface PlayGatheredInput {
  lanes: readonly Lane[];
  moments: readonly CallMoment[];
  idPrefix: string;
  happen: (lane: Lane) => Promise<void>;
}

/** A busy machine lets a call come later than the others wait for: what was missed is played again. */
const ROUNDS = 3;

/** Lets the same thing happen at each of these calls: as many runs at once as there are Regions. */
export async function playGathered(input: PlayGatheredInput): Promise<Gathered[]> {
  const all: Gathered[] = [];
  let moments = input.moments;
  for (let round = 1; round <= ROUNDS && moments.length > 0; round++) {
    const idPrefix = `${input.idPrefix}-${String(round)}`;
    const gathered = await playRound({ ...input, moments, idPrefix });
    all.push(...gathered);
    const missed = new Set(missedCalls(all));
    moments = gathered.filter((one) => missed.has(nameOf(one)));
  }
  return all;
}

async function playRound({ lanes, moments, idPrefix, happen }: PlayGatheredInput): Promise<Gathered[]> {
  const all: Gathered[] = [];
  const plays = inPlays(moments).entries();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [index, play] of plays)
        all.push(...(await playTogether({ lane, play, idPrefix: `${idPrefix}-${String(index)}`, happen })));
    }),
  );
  return all;
}

interface PlayTogetherInput extends Pick<PlayGatheredInput, 'happen' | 'idPrefix'> {
  lane: Lane;
  play: readonly CallMoment[];
}

async function playTogether({ lane, play, idPrefix, happen }: PlayTogetherInput): Promise<Gathered[]> {
  const regionOf = (position: number) => REGIONS[position] ?? '';
  const gathering = new Gathering({
    points: play.map(({ call: { action, nth }, moment }, position) => ({
      region: regionOf(position),
      action,
      nth,
      moment,
    })),
    isWorker: (key) => key !== null && lane.worker.accessKeys.includes(key),
    happen: () => happen(lane),
  });
  const played = await playFleets({
    lane,
    fleets: play.map(({ call: { shape } }, position) => ({ region: regionOf(position), shape, faults: [] })),
    idPrefix,
    fresh: play[0]?.call.cold === true,
    onCall: (notice) => gathering.onCall(notice),
  });
  const come = new Set(gathering.reached.map(({ region }) => region));
  return play.map((one, position) => {
    const fleet = played[position] as PlayedFleet;
    return { ...one, played: fleet, hasCome: come.has(fleet.region) };
  });
}

/** How often a run looks while it waits, and by which call, differs by a look or two from the recorded one. */
const MOST_MISSED_READS = 0.1;

/** Calls that did not come, and should have: each write, and all but a few reads. */
export function missedCalls(gathered: readonly Gathered[]): string[] {
  const come = new Set(gathered.filter(({ hasCome }) => hasCome).map(nameOf));
  const missed = [...new Set(gathered.map(nameOf))].filter((name) => !come.has(name));
  const reads = missed.filter((name) => name.startsWith('Get'));
  return reads.length > gathered.length * MOST_MISSED_READS
    ? missed
    : missed.filter((name) => !name.startsWith('Get'));
}

function nameOf({ call: { shape, action, nth }, moment }: CallMoment): string {
  return `${action} ${String(nth)} of ${shape.name}, ${moment}`;
}

/** Cold calls need a worker that has just started. */
function inPlays(moments: readonly CallMoment[]): CallMoment[][] {
  return [true, false].flatMap((cold) => {
    const such = moments.filter(({ call }) => call.cold === cold);
    return Array.from({ length: Math.ceil(such.length / REGIONS.length) }, (_, index) =>
      such.slice(index * REGIONS.length, (index + 1) * REGIONS.length),
    );
  });
}
