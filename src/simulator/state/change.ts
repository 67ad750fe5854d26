import type { ClockAnchor } from '../clock';
import type { FaultState } from '../faults/fault-plan';
import type { Settings } from '../settings';
import type { World } from '../world/world-schema';
import type { DueEvent, HiddenCreate } from './due-event';
import type { Operation, Resource } from './resources';
import type { Counters } from './simulator-state';

/**
 * The only ways in which the state changes. They are what the journal holds, so a new member of a record must
 * be optional or old state files must be refused.
 */
export type Change =
  | { kind: 'start-world'; seed: number; world: World; clock: ClockAnchor }
  | { kind: 'set-settings'; settings: Settings }
  | { kind: 'set-clock'; clock: ClockAnchor }
  | { kind: 'set-faults'; faults: FaultState }
  | { kind: 'count-rule'; index: number; matched: number; fired: number }
  | { kind: 'put'; resource: Resource }
  | { kind: 'remove'; region: string; name: string }
  | { kind: 'put-operation'; operation: Operation }
  | { kind: 'hide'; hidden: HiddenCreate }
  | { kind: 'reveal'; region: string; name: string }
  | { kind: 'schedule'; due: DueEvent }
  | { kind: 'fired'; id: number }
  | { kind: 'count'; counters: Counters }
  | { kind: 'set-generation'; region: string; name: string; generation: number };
