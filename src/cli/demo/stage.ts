import type { StartedChild } from '../../dev-stack/child-process';
import type { FleetClient } from '../../client';
import type { CommandContext } from '../command-context';
import type { Stack } from '../dev/stack';
import type { Check } from './check-outcome';
import type { SimulatorControl } from './simulator-control';

/** What a scene plays on. */
export interface Stage {
  context: CommandContext;
  stack: Stack;
  fleets: FleetClient;
  control: SimulatorControl;
  /** The worker that runs now; a scene that kills it puts the next one here. */
  worker: StartedChild<true>;
  signal: AbortSignal;
}

export interface Scene {
  number: number;
  title: string;
  /** What is about to be seen, in one or two sentences. */
  story: string;
  play(stage: Stage): Promise<SceneResult>;
}

export interface SceneResult {
  fleetId: string;
  /** Link to the run in the UI. */
  link: string;
  /** How the run ended, in a few words. */
  outcome: string;
  seconds: number;
  checks: Check[];
}
