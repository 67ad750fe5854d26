import { namesOfFleet, type PlannedEvent, type PlannedFault, type PlannedFleet } from './campaign-plan';
import type { Dice } from './dice';
import { whileThere } from './make-hands';
import { makeRemoval } from './make-removals';

const CREATE = 'CreateInstancesFromSnapshot';

/**
 * Real seconds, well under the settling time of a lane. A create that lands only after the heartbeat of its killed worker
 * is missed is a written world: here it could strike another create, whose worker lives, and break what nobody promised.
 */
const LATE_SECONDS = [0.4, 1.2] as const;

export interface MakeGambitInput {
  dice: Dice;
  fleets: readonly PlannedFleet[];
  speed: number;
}

export interface Gambit {
  faults: PlannedFault[];
  events: PlannedEvent[];
}

/** What one of these needs to know of its world. */
interface Board {
  dice: Dice;
  speed: number;
  fleet: number;
  name: string;
  /** Another name of it, or the same. */
  beside: string;
  /** Which create of the world it is about. */
  nth: number;
}

/**
 * Two or three misfortunes that hurt most together, and that chance alone would hardly bring together: each is a way in
 * which something could be left behind. Half of the worlds have one.
 */
export function makeGambit({ dice, fleets, speed }: MakeGambitInput): Gambit {
  if (dice.chance(0.45)) return { faults: [], events: [] };
  const fleet = dice.whole(0, fleets.length - 1);
  const names = namesOfFleet(fleets[fleet]?.request ?? {});
  const [name, beside] = [dice.pick(names), dice.pick(names)];
  const nth = dice.pick([1, 1, 1, 2]);
  return dice.pick(Object.values(GAMBITS))({ dice, speed, fleet, name, beside, nth });
}

const GAMBITS: Readonly<Record<string, (board: Board) => Gambit>> = {
  /** Its answer is lost, it is not there yet, and nobody wants it any more. */
  lateAndCancelled: (board) => ({
    faults: [late(board)],
    events: [at(CREATE, board.nth, cancel(board))],
  }),
  lateAndKilledAndCancelled: (board) => ({
    faults: [late(board)],
    events: [at(CREATE, board.nth, { kind: 'kill' }), at(CREATE, board.nth, cancel(board))],
  }),
  /** Another batch fails for good while this one's create has no answer. */
  lateAndFailedBeside: (board) => ({ faults: [late(board), breaking(board)], events: [] }),
  lateAndDenied: (board) => ({
    faults: [late(board), { effect: 'denied', action: CREATE, nth: board.nth + 1, times: 3 }],
    events: [],
  }),
  /** A stranger takes the name between a create that was lost and its repeat. */
  lostAndTaken: (board) => ({
    faults: [{ effect: 'reset-before', action: CREATE, nth: board.nth, times: 1 }],
    events: [
      {
        when: { action: CREATE, nth: board.nth + 1, phase: 'received' },
        what: { kind: 'intrude', names: [board.name], fleetTag: board.fleet },
      },
    ],
  }),
  cancelledWhileCreating: (board) => ({
    faults: [{ effect: 'slow', action: CREATE, nth: board.nth, times: 2, seconds: board.speed }],
    events: [at(CREATE, board.nth, cancel(board))],
  }),
  killedInRollback: (board) => ({
    faults: [breaking(board)],
    events: [at(pickDelete(board), 1, { kind: 'kill' })],
  }),
  killedWithDeleteLost: (board) => ({
    faults: [breaking(board)],
    events: [
      {
        when: { action: pickDelete(board), nth: board.nth, phase: 'received' },
        what: { kind: 'kill', drop: true },
      },
    ],
  }),
  cancelledInRollback: (board) => ({
    faults: [breaking(board)],
    events: [at(pickDelete(board), 1, cancel(board)), at(pickDelete(board), 2, cancel(board))],
  }),
  deletesGoWrong: (board) => ({
    faults: [
      breaking(board),
      { effect: board.dice.pick(['operation-fails', 'reset-after']), action: pickDelete(board), times: 2 },
      { effect: 'operation-stuck', action: pickDelete(board), times: 1, seconds: 2 * board.speed },
    ],
    events: [],
  }),
  /** For a while: the rollback outlasts it. */
  deletesAreDenied: (board) => ({
    faults: [breaking(board), { effect: 'denied', action: pickDelete(board), times: 3 }],
    events: [],
  }),
  /** What a rollback could not remove is removed later, by whoever comes. */
  survivorsAreRemoved: (board) => ({
    faults: [breaking(board), { effect: 'denied', action: pickDelete(board), times: board.dice.whole(1, 4) }],
    events: [whenEnded(board, remove(board)), whenEnded(board, remove(board))],
  }),
  /** A fleet is removed while another worker takes over, which makes it twice. */
  killedInRemoval: (board) => ({
    faults: board.dice.chance(0.5) ? [] : [breaking(board)],
    events: [
      whenEnded(board, { kind: 'delete', fleet: board.fleet, by: 'both', again: true }),
      at(pickDelete(board), board.dice.whole(1, 3), { kind: 'kill' }),
    ],
  }),
  removedTwiceAtOnce: (board) => ({
    faults: [],
    events: ['fleet' as const, 'owner' as const].map((by) =>
      whenEnded(board, { kind: 'delete', fleet: board.fleet, by }),
    ),
  }),
  /** It runs, so nothing of it may be touched. */
  removedWhileCreating: (board) => ({
    faults: board.dice.chance(0.5) ? [late(board)] : [],
    events: [at(CREATE, board.nth, remove(board)), at(CREATE, board.nth, remove(board))],
  }),
  /** Nobody may delete what no longer proves whose it is; whoever fails then has to say that it is there. */
  untaggedAndRolledBack: (board) => ({
    faults: board.dice.chance(0.5) ? [breaking(board)] : [],
    events: [
      { when: whileThere(board.dice), what: { kind: 'hand', does: 'untag', name: board.name } },
      { when: whileThere(board.dice), what: cancel(board) },
    ],
  }),
  deletedByHand: (board) => ({
    faults: board.dice.chance(0.3) ? [breaking(board)] : [],
    events: [{ when: whileThere(board.dice), what: { kind: 'hand', does: 'delete', name: board.name } }],
  }),
  /** What is attached to an instance and did not come with it stays, though it is not in history yet. */
  diskOfTheirs: (board) => ({
    faults: [breaking({ ...board, name: board.beside })],
    events: [{ when: whileThere(board.dice), what: { kind: 'hand', does: 'attach', name: board.name } }],
  }),
  zonesAreFull: (board) => ({
    faults: [{ effect: 'capacity', action: CREATE, times: board.dice.whole(2, 8) }],
    events: [],
  }),
};

function at(action: string, nth: number, what: PlannedEvent['what']): PlannedEvent {
  return { when: { action, nth, phase: 'recorded' }, what };
}

function whenEnded({ fleet }: Board, what: PlannedEvent['what']): PlannedEvent {
  return { when: { ended: fleet }, what };
}

function remove({ dice, fleet }: Board): PlannedEvent['what'] {
  return makeRemoval({ dice, fleet });
}

function cancel({ fleet }: Board): PlannedEvent['what'] {
  return { kind: 'cancel', fleet };
}

function late({ dice, speed, nth }: Board): PlannedFault {
  const seconds = Math.round(dice.between(...LATE_SECONDS) * speed);
  return { effect: 'late-appearance', action: CREATE, nth, times: 1, seconds };
}

/** Strikes one instance again and again, so that its fleet cannot stand and what it made has to go. */
export function breaking({ dice, name }: Pick<Board, 'dice' | 'name'>): PlannedFault {
  const effect = dice.weighted({ 'operation-fails': 7, capacity: 2 });
  return { effect, action: CREATE, name, times: 5 };
}

function pickDelete({ dice }: Board): string {
  return dice.pick(['DeleteInstance', 'DeleteInstance', 'DeleteDisk']);
}
