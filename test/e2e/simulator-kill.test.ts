import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { keyedRandom, type Random } from '../../src/simulator/random';
import { checkAfterKill } from '../simulator/kill/check-after-kill';
import { doneRows } from '../simulator/kill/check-calls';
import { cutLastLine } from '../simulator/kill/cut-last-line';
import { spawnKillable, startKillable } from '../simulator/kill/killable-simulator';
import { readLines, readVirtualMillis, seeWorld, type SeenRow } from '../simulator/kill/seen-world';
import { sendChanges, type Notes } from '../simulator/kill/send-changes';
import { keyOfCall } from '../simulator/kill/sent-call';

const KILLS = 50;
/** Every fifth start is killed itself, at any moment of the third of a second that it takes. */
const STARTS_A_KILL = 5;
const LONGEST_START_MILLIS = 400;
/** Creates of 15 to 25 s end while the senders are at work. */
const SPEED = 300;
const SENDERS = 3;
/** Until the kill: so long, or until the journal has grown by so much, which is in the midst of a write. */
const LONGEST_WORK_MILLIS = 200;
const LARGEST_GROWTH_BYTES = 60_000;
/** A machine on which the growth takes longer than this gets its kill all the same. */
const LONGEST_GROWTH_MILLIS = 5000;

const seed = Number(process.env['SIMULATOR_KILL_SEED'] ?? Date.now() % 1_000_000);

let folder: string;
/** The one that is up, for a test that fails between two kills. */
let running: { kill(): Promise<unknown> } | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-kill-'));
});
afterEach(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true });
});

test(`a simulator that is killed ${String(KILLS)} times at random moments keeps what it acknowledged, whole and in order`, async () => {
  process.stderr.write(`SIMULATOR_KILL_SEED=${String(seed)}\n`);
  const random = keyedRandom({ seed, key: 'kill' });
  const stateFile = join(folder, 'state');
  const notes: Notes = { sent: [], names: [], serial: 0 };
  const before: Before = { lines: [], virtualMillis: 0 };
  const seen = { writes: 0, cuts: 0, unknown: 0 };
  for (let kill = 0; kill <= KILLS; kill++) {
    if (kill % STARTS_A_KILL === STARTS_A_KILL - 1) await killAStart({ stateFile, random });
    const simulator = await startKillable({ stateFile, speed: SPEED });
    running = simulator;
    const url = simulator.value;
    const compactedBytes = statSync(stateFile).size;
    const world = await seeWorld({ url, speed: SPEED });
    const problems = checkAfterKill({ sent: notes.sent, before, world });
    expect({ seed, kill, problems: problems.slice(0, 5) }).toEqual({ seed, kill, problems: [] });
    before.lines = [...world.lines];
    before.virtualMillis = world.virtualMillis;
    const working = [
      ...Array.from({ length: SENDERS }, () => sendChanges({ url, notes, random })),
      readOn({ url, before }),
    ];
    await untilTheMoment({ stateFile, random });
    await simulator.kill();
    await Promise.all(working);
    seen.writes = notes.sent.filter(({ fate }) => fate === 'acknowledged').length;
    seen.unknown = notes.sent.filter(({ fate }) => fate === 'unknown').length;
    if (random() < 0.4) seen.cuts += losePower({ stateFile, compactedBytes, random, notes, before });
  }
  process.stderr.write(`${JSON.stringify(seen)}\n`);
  // What the test is worth: hundreds of changes, calls that were cut off, entries that were torn.
  expect(seen.writes).toBeGreaterThan(KILLS * 5);
  expect(seen.unknown).toBeGreaterThan(KILLS / 2);
  expect(seen.cuts).toBeGreaterThan(KILLS / 10);
}, 180_000);

interface Before {
  lines: string[];
  virtualMillis: number;
}

async function killAStart({ stateFile, random }: { stateFile: string; random: Random }): Promise<void> {
  const starting = spawnKillable({ stateFile, speed: SPEED });
  await delay(random() * LONGEST_START_MILLIS);
  await starting.kill();
}

/** A moment, not a wait for something: half of the time any, half of the time one at which the journal is written. */
async function untilTheMoment({ stateFile, random }: { stateFile: string; random: Random }): Promise<void> {
  const millis = random() * LONGEST_WORK_MILLIS;
  const growth = random() < 0.5 ? random() * LARGEST_GROWTH_BYTES : Number.POSITIVE_INFINITY;
  const size = statSync(stateFile).size + growth;
  const until = performance.now() + (growth === Number.POSITIVE_INFINITY ? millis : LONGEST_GROWTH_MILLIS);
  while (statSync(stateFile).size < size && performance.now() < until) await nextTurn();
}

/** Reads the ledger and the clock until the simulator is gone: what was read once must not change. */
async function readOn({ url, before }: { url: string; before: Before }): Promise<void> {
  try {
    for (;;) {
      const last = JSON.parse(before.lines.at(-1) ?? '{"seq":0}') as { seq: number };
      before.lines.push(...(await readLines({ url, after: last.seq })));
      before.virtualMillis = await readVirtualMillis(url);
    }
  } catch {
    // The simulator is gone.
  }
}

/** Nobody can be sure any more of what was in the entry that is torn. */
function losePower(input: {
  stateFile: string;
  compactedBytes: number;
  random: Random;
  notes: Notes;
  before: Before;
}): number {
  const { stateFile, compactedBytes, random, notes, before } = input;
  const lost = cutLastLine({ path: stateFile, fromByte: compactedBytes, random });
  if (lost === undefined) return 0;
  const keys = doneRows(lost);
  for (const call of notes.sent) if (keys.has(keyOfCall(call))) call.fate = 'unknown';
  const first = lost[0]?.seq ?? Number.POSITIVE_INFINITY;
  before.lines = before.lines.filter((line) => (JSON.parse(line) as SeenRow).seq < first);
  return 1;
}
