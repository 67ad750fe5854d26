import type { FleetClient, FleetEvent, FleetOutcome, FleetView } from '../client';
import type { CommandContext } from './command-context';
import { changeLines } from './render/change-lines';
import { fleetLines } from './render/fleet-lines';
import { createLiveScreen, terminalSize } from './render/live-screen';
import { printable } from './render/printable';

/** The clock in the head of the live view goes on while nothing changes. */
const REDRAW_MILLIS = 500;

export interface FollowFleetInput {
  context: CommandContext;
  fleets: Pick<FleetClient, 'watchFleet'>;
  fleetId: string;
  signal: AbortSignal;
  /** Told of every event as well. */
  alongside?: Alongside | undefined;
}

/** `say` writes a line beside the view, whichever kind it is, without breaking it. */
export type Alongside = (event: FleetEvent, say: (line: string) => void) => void;

/** Follows a fleet on screen, in a log or as JSON. Answers with its end, or undefined when interrupted. */
export async function followFleet(
  input: FollowFleetInput,
): Promise<{ outcome: FleetOutcome; view: FleetView } | undefined> {
  const { context, fleets, fleetId, signal, alongside } = input;
  const follower = chooseFollower(context);
  try {
    for await (const event of fleets.watchFleet({ fleetId, signal })) {
      follower.take(event);
      alongside?.(event, follower.say);
      if (event.kind === 'ended') return { outcome: event.outcome, view: event.view };
    }
    return undefined;
  } finally {
    follower.finish();
  }
}

interface Follower {
  take(event: FleetEvent): void;
  say: (line: string) => void;
  finish(): void;
}

function chooseFollower(context: CommandContext): Follower {
  if (context.json) return jsonFollower(context);
  return context.stderr.isTTY === true && context.env['TERM'] !== 'dumb'
    ? liveFollower(context)
    : logFollower(context);
}

/** One event a line. The view's own envelope is left out: `progress` is the contract's. */
function jsonFollower({ printJson }: CommandContext): Follower {
  return {
    take(event) {
      if (event.kind === 'progress' || event.kind === 'ended') {
        const { view, ...rest } = event;
        const { fleetId, runId, workerSilent, progress } = view;
        printJson({ ...rest, fleetId, runId, workerSilent, progress });
      } else {
        printJson(event);
      }
    },
    say: (message) => {
      printJson({ kind: 'note', at: new Date().toISOString(), message });
    },
    finish: () => undefined,
  };
}

/** What changed, a line each, with the time: readable in a log for ever. */
function logFollower({ say }: CommandContext): Follower {
  let before: FleetView | undefined;
  const stamp = (at: string, line: string) => {
    say(`${at.slice(11, 19)}  ${line}`);
  };
  return {
    take(event) {
      if (event.kind === 'interrupted') stamp(event.at, `${printable(event.message)}; trying again`);
      if (event.kind === 'resumed') stamp(event.at, 'Temporal answers again');
      if (event.kind === 'interrupted' || event.kind === 'resumed') return;
      for (const line of changeLines({ before, after: event.view })) stamp(event.at, line);
      before = event.view;
    },
    say: (line) => {
      stamp(new Date().toISOString(), line);
    },
    finish: () => undefined,
  };
}

function liveFollower({ stderr, style }: CommandContext): Follower {
  const screen = createLiveScreen(stderr);
  let view: FleetView | undefined;
  let note: string | undefined;
  const draw = () => {
    const { width, height } = terminalSize(stderr);
    const lines =
      view === undefined ? [] : fleetLines({ view, width, height: height - 1, now: new Date(), style });
    screen.draw(note === undefined ? lines : [...lines, style.yellow(note.slice(0, width))]);
  };
  const ticker = setInterval(draw, REDRAW_MILLIS);
  return {
    take(event) {
      if (event.kind === 'progress' || event.kind === 'ended') view = event.view;
      note = event.kind === 'interrupted' ? `${printable(event.message)}; trying again` : undefined;
      draw();
    },
    say: (line) => {
      screen.insert(line);
    },
    finish() {
      clearInterval(ticker);
      screen.finish();
    },
  };
}
