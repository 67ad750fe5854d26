import { keyedRandom } from '../../src/simulator/random';
import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { expectOutcome, type Fate, type Standing } from '../support/partial-fleet-model';
import { startFleet, type FleetOutcome } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import type { Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';

/** Another seed gives the instances other fates: `MODEL_SEED=7 npm test -- test/e2e/partial-fleet-model.test.ts`. */
const SEED = Number(process.env['MODEL_SEED'] ?? 20261125);
const SIZE = 3;
const ZONES = ['us-east-1a', 'us-east-1b', 'us-east-1c'];
const CREATE = 'CreateInstancesFromSnapshot';

interface Case {
  id: string;
  standing: Standing;
  onFailure: 'rollback' | 'keep';
  batchSize: number;
  scripts: Fate[][];
}

/** Every combination of the four options, each with fates of its own. */
const cases: Case[] = [1, 2, 3].flatMap((minReady) =>
  [0, 1, 2].flatMap((replaceFailed) =>
    [0, 1, 2].flatMap((fallbackZones) =>
      (['rollback', 'keep'] as const).map((onFailure): Case => {
        const id = `m${String(minReady)}r${String(replaceFailed)}z${String(fallbackZones)}${onFailure}`;
        const random = keyedRandom({ seed: SEED, key: id });
        const draw = (): Fate => (random() < 0.45 ? 'fine' : random() < 0.5 ? 'fails' : 'full');
        const script = () => Array.from({ length: 4 }, draw);
        const scripts = [script(), script(), script()];
        const standing = { minReady, replaceFailed, fallbackZones };
        return { id, standing, onFailure, batchSize: 1 + Math.floor(random() * SIZE), scripts };
      }),
    ),
  ),
);

const namesOf = ({ id }: Case) => Array.from({ length: SIZE }, (_, index) => `${id}-${String(index + 1)}`);

let stack: Stack;
let account: Account;
let outcomes: Map<string, FleetOutcome>;
let alive: string[];

useWorld({
  start: { seed: SEED },
  prepare: async (world) => {
    ({ stack, account } = world);
    await stack.control.putWorld({ quotas: { instances: 1000, vcpus: 10_000 } });
    await stack.control.putFaults(cases.flatMap(rulesOf));
  },
});

/** All of them at once, on one worker: that is how they are met, and it saves the time. */
beforeAll(async () => {
  const ended = cases.map(async (one) => [one.id, await outcomeOf(one)] as const);
  outcomes = new Map(await Promise.all(ended));
  alive = await account.billedNames();
}, 180_000);

function rulesOf(one: Case): FaultRule[] {
  return namesOf(one).flatMap((name, index) =>
    (one.scripts[index] ?? []).flatMap((fate, position) => {
      if (fate === 'fine') return [];
      const effect = fate === 'full' ? 'capacity' : 'operation-fails';
      return [{ action: CREATE, name, nth: position + 1, effect }];
    }),
  );
}

async function outcomeOf(one: Case): Promise<FleetOutcome> {
  const { minReady, replaceFailed, fallbackZones } = one.standing;
  const fleet = {
    ...{ minReady, replaceFailed, onFailure: one.onFailure, batchSize: one.batchSize },
    fallbackZones: ZONES.slice(1, 1 + fallbackZones),
  };
  const request = fleetRequest({ names: namesOf(one), fleet });
  return (await startFleet(stack, request, one.id)).outcome();
}

describe(`a fleet under fates of seed ${String(SEED)}`, () => {
  it.each(cases)('ends as the model says: $id', (one) => {
    const outcome = outcomes.get(one.id);
    const expected = expectOutcome(one);
    const left = alive.filter((name) => name.startsWith(`${one.id}-`));
    if (!expected.ready) {
      if (outcome?.status !== 'failed') throw new Error(`expected a failure, got ${JSON.stringify(outcome)}`);
      expect(['OperationFailed', 'CapacityUnavailable']).toContain(outcome.type);
      const named = (outcome.details.survivors ?? []).map(({ name }) => name).sort();
      expect(named).toEqual(left);
      if (one.onFailure === 'rollback') expect(left).toEqual([]);
      return;
    }
    const standing = namesOf(one).flatMap((name, index) => {
      const zone = expected.zones[index];
      return zone === undefined ? [] : [{ name, availabilityZone: ZONES[zone] }];
    });
    const { replaced, removed } = expected;
    expect(outcome).toMatchObject({ status: 'ready', result: { instances: standing, replaced, removed } });
    expect(left).toEqual(standing.map(({ name }) => name));
  });

  it('has met all of ready, removed, made again, moved, kept and rolled back', () => {
    const met = cases.map((one) => ({ ...one, ...expectOutcome(one) }));
    expect(met.some(({ ready, removed }) => ready && removed > 0)).toBe(true);
    expect(met.some(({ ready, replaced }) => ready && replaced > 1)).toBe(true);
    expect(met.some(({ ready, zones }) => ready && zones.includes(2))).toBe(true);
    expect(met.some(({ ready, onFailure }) => !ready && onFailure === 'keep')).toBe(true);
    expect(met.some(({ ready, onFailure }) => !ready && onFailure === 'rollback')).toBe(true);
  });
});
