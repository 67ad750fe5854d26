import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../../src/simulator/engine/create-engine';
import { describeState } from '../../../src/simulator/engine/describe-state';
import type { Engine } from '../../../src/simulator/engine/engine';
import { advanceClock } from '../../../src/simulator/engine/advance-clock';
import { setFaults } from '../../../src/simulator/engine/set-faults';
import { startFaults } from '../../../src/simulator/faults/fault-plan';
import { createRequest } from '../support/create-request';

describe('the state file', () => {
  let folder: string;
  let stateFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    stateFile = join(folder, 'state');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Never closed: what is not in the file when the next one opens it was lost with the process. */
  const open = (): Engine => createEngine({ stateFile, speed: 0 }).engine;
  const call = (engine: Engine, action: string, request: object): { status: number; body: string } =>
    engine.call({
      action,
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      request,
      requestText: JSON.stringify(request),
    }).answer;
  const create = (engine: Engine, name: string): void => {
    const request = createRequest({ instanceNames: [name] });
    expect(call(engine, 'CreateInstancesFromSnapshot', request).status).toBe(200);
  };
  const ledgerOf = (engine: Engine): readonly string[] => engine.ledger.read({ after: 0, limit: 100_000 });
  const stateOf = (engine: Engine): unknown => {
    const { now: _now, ...rest } = describeState({ state: engine.state, nowMillis: 0 }) as { now: string };
    return rest;
  };

  it('brings back everything that was acknowledged, with the ledger, after each call', () => {
    let engine = open();
    for (let step = 0; step < 12; step++) {
      create(engine, `web-${step}`);
      if (step % 3 === 0) advanceClock({ engine, seconds: 10 });
      if (step % 4 === 0) call(engine, 'DeleteInstance', { instanceName: 'web-0' });
      const before = { state: stateOf(engine), ledger: ledgerOf(engine), due: engine.state.due.all().length };
      engine = open();
      expect({
        state: stateOf(engine),
        ledger: ledgerOf(engine),
        due: engine.state.due.all().length,
      }).toEqual(before);
    }
  });

  it('goes on with what was under way', () => {
    create(open(), 'web-1');
    const engine = open();
    advanceClock({ engine, seconds: 30 });
    expect(call(engine, 'GetInstance', { instanceName: 'web-1' }).body).toContain('"name":"running"');
  });

  it('keeps the fault plan and how often its rules have matched', () => {
    const first = open();
    setFaults({
      engine: first,
      faults: startFaults({ seed: 1, rules: [{ effect: 'throttle', nth: 3, times: 1 }] }),
    });
    call(first, 'GetInstances', {});
    call(first, 'GetInstances', {});
    const second = open();
    expect(call(second, 'GetInstances', {}).status).toBe(400);
    expect(call(second, 'GetInstances', {}).status).toBe(200);
  });

  it('cuts off an entry that was torn at any of its bytes, and loses nothing before it', () => {
    const first = open();
    create(first, 'web-1');
    const size = statSync(stateFile).size;
    const kept = { state: stateOf(first), ledger: ledgerOf(first) };
    create(first, 'web-2');
    const whole = readFileSync(stateFile);
    for (let length = size; length < whole.length; length += 97) {
      writeFileSync(stateFile, whole);
      truncateSync(stateFile, length);
      const second = open();
      expect({ state: stateOf(second), ledger: ledgerOf(second) }).toEqual(kept);
      create(second, 'web-2');
    }
  });

  it('starts afresh where not even the first entry is whole', () => {
    writeFileSync(stateFile, '{"seq":1,"chan');
    create(open(), 'web-1');
    expect(call(open(), 'GetInstance', { instanceName: 'web-1' }).status).toBe(200);
  });

  it('refuses a file that is not its own, naming the line', () => {
    writeFileSync(stateFile, 'something else\n');
    expect(open).toThrow(/line 1: expected an entry of the simulator's journal/);
  });

  it('is shorter after a restart, and still complete', () => {
    const first = open();
    for (let step = 0; step < 50; step++) {
      call(first, 'TagResource', { resourceName: 'golden', tags: [{ key: 'step', value: String(step) }] });
    }
    const kept = stateOf(first);
    const size = statSync(stateFile).size;
    const second = open();
    expect(stateOf(second)).toEqual(kept);
    expect(statSync(stateFile).size).toBeLessThan(size);
    appendFileSync(stateFile, '{"torn');
    expect(stateOf(open())).toEqual(kept);
  });

  it('gives page tokens that outlive a restart', () => {
    const first = open();
    for (const name of ['web-1', 'web-2', 'web-3']) create(first, name);
    first.state.settings.listingPageSize = 2;
    const page = JSON.parse(call(first, 'GetInstances', {}).body) as { nextPageToken: string };
    const rest = JSON.parse(call(open(), 'GetInstances', { pageToken: page.nextPageToken }).body) as {
      instances: { name: string }[];
    };
    expect(rest.instances.map(({ name }) => name)).toEqual(['web-2', 'web-3']);
  });
});
