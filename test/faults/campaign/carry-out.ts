import { setTimeout as delay } from 'node:timers/promises';
import type { Happening } from '../plan/campaign-plan';
import type { Fleet } from './fleet';
import type { Lane } from './lane';
import type { Removals } from './removals';

export interface CarryOutInput {
  what: Happening;
  lane: Lane;
  fleets: readonly Fleet[];
  removals: Removals;
  /** Starts the fleet of this number, and follows it to its end. */
  startFleet: (fleet: number) => Promise<void>;
}

/** Makes one planned event happen. It has happened when this resolves, and only then does the call go on. */
export async function carryOut({ what, lane, fleets, ...world }: CarryOutInput): Promise<void> {
  switch (what.kind) {
    case 'kill':
      return lane.worker.killAndRestart();
    case 'drain':
      lane.worker.drainAndRestart();
      return;
    case 'freeze':
      lane.worker.freeze(what.seconds);
      return;
    case 'cancel':
      return fleets[what.fleet]?.cancel();
    case 'start':
      return world.startFleet(what.fleet);
    case 'intrude':
      return lane.stranger.make({
        names: what.names,
        fleetId: what.fleetTag === undefined ? undefined : fleets[what.fleetTag]?.id,
      });
    case 'delete':
    case 'sweep':
      return world.removals.start(what, fleets);
    case 'hand':
      return lane.stranger.lendHand(what);
    case 'hold':
      return delay(what.seconds * 1000);
    case 'restart-temporal':
      return lane.ground.restartTemporal();
  }
}
