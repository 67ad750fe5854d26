import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startSimulator } from '../../src/simulator/simulator';
import type { RunningSimulator } from '../../src/simulator/simulator';
import { call, exchange, expectAlive, expectFair } from './support/exchange';

/** The ledger may keep 256 MB of characters; the rest is what a server and its clients leave behind. */
const MOST_GROWTH_BYTES = 340 * 1024 * 1024;
/** Twice what the ledger may keep. */
const CALLS = 4_000;
const BODY_CHARACTERS = 130_000;

describe('the memory of a simulator that is sent the longest calls it keeps', () => {
  let simulator: RunningSimulator;
  beforeAll(async () => {
    simulator = await startSimulator({ speed: 0 });
  });
  afterAll(() => simulator.close());

  it('stays bounded, and the ledger can be read without a gap in what it still has', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const used = (): number => {
      collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const body = JSON.stringify({ instanceName: 'x'.repeat(BODY_CHARACTERS) });
    const before = used();
    for (let sent = 0; sent < CALLS; sent += 20) {
      const calls = Array.from({ length: 20 }, () =>
        call({ url: simulator.url, action: 'GetInstance', body }),
      );
      for (const answer of await Promise.all(calls)) expectFair(answer);
    }
    expect(used() - before).toBeLessThan(MOST_GROWTH_BYTES);
    const { status, text } = await exchange({
      url: simulator.url,
      method: 'GET',
      path: '/_simulator/ledger',
    });
    expect(status).toBe(200);
    const seqs = text.match(/(?<=^\{"seq":)\d+/gm)?.map(Number) ?? [];
    expect(seqs.at(-1)).toBeGreaterThanOrEqual(CALLS);
    expect(seqs.length).toBeLessThan(CALLS);
    expect(seqs).toEqual(seqs.map((_seq, index) => (seqs[0] ?? 0) + index));
    await expectAlive(simulator.url);
  });
});
