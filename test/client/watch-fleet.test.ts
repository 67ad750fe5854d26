import { WorkflowNotFoundError } from '@temporalio/client';
import { getResult } from '../../src/client/get-result';
import { watchFleet, type FleetEvent } from '../../src/client/watch-fleet';
import { sampleView } from '../cli/render/sample-view';
import { fakeTemporal, type Look } from './fake-temporal';

const waiting = sampleView(['waiting', 'waiting']).progress;
const ready = sampleView(['ready', 'ready'], { state: 'ready' }).progress;
const progressOf = (value: typeof waiting) => value ?? new Error('no sample');

async function watch(looks: Look[], input = {}): Promise<{ events: FleetEvent[]; queries: number }> {
  const { context, counts } = fakeTemporal(looks);
  const events: FleetEvent[] = [];
  for await (const event of watchFleet(context, { fleetId: 'golden-1', lookEveryMillis: 1, ...input }))
    events.push(event);
  return { events, queries: counts.queries };
}

const done: Look = {
  status: 'COMPLETED',
  historyLength: 9,
  progress: progressOf(ready),
  result: { fleetId: 'golden-1' },
};
const kinds = (events: FleetEvent[]) => events.map(({ kind }) => kind);
const statesOf = (event: FleetEvent | undefined) =>
  event?.kind === 'progress' || event?.kind === 'ended'
    ? event.view.progress?.instances.map(({ state }) => state)
    : undefined;

test('tells each change once, and the end', async () => {
  const look: Look = { progress: progressOf(waiting) };
  const { events } = await watch([look, look, look, done]);
  expect(kinds(events)).toEqual(['progress', 'ended']);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'ready', result: { fleetId: 'golden-1' } } });
});

test('goes on through a pause of the run', async () => {
  const paused: Look = { status: 'PAUSED', historyLength: 5, progress: progressOf(waiting) };
  const { events } = await watch([paused, paused, done]);
  expect(kinds(events)).toEqual(['progress', 'ended']);
});

test('asks the worker only when history has grown', async () => {
  const look: Look = { progress: progressOf(waiting) };
  const { queries } = await watch([look, look, look, look, done]);
  expect(queries).toBe(2);
});

test('heartbeats are seen before the workflow knows of them', async () => {
  const beat: Look = {
    progress: progressOf(waiting),
    heartbeats: [
      { activityId: 'await/web-001..web-002', waiting: ['web-002'], done: ['web-001'], failed: [] },
    ],
  };
  const { events } = await watch([beat, done]);
  expect(statesOf(events[0])).toEqual(['starting', 'waiting']);
});

test('goes on without a worker, and says that none answers', async () => {
  const silent: Look = { progress: new Error('no worker') };
  const { events } = await watch([silent, { progress: progressOf(waiting) }, done]);
  expect(kinds(events)).toEqual(['progress', 'progress', 'ended']);
  expect(events[0]).toMatchObject({ view: { workerSilent: true } });
  expect(events[1]).toMatchObject({ view: { workerSilent: false } });
});

test('survives a server that is away for a while', async () => {
  const down: Look = { down: new Error('14 UNAVAILABLE') };
  const { events } = await watch([{ progress: progressOf(waiting) }, down, done]);
  expect(kinds(events)).toEqual(['progress', 'interrupted', 'resumed', 'ended']);
});

test('gives up when the server stays away', async () => {
  const down: Look = { down: new Error('14 UNAVAILABLE') };
  await expect(watch([down], { outageLimitSeconds: 0.5 })).rejects.toThrow('UNAVAILABLE');
});

test('a fleet that does not exist is an error at once', async () => {
  const down = new WorkflowNotFoundError('not found', 'golden-1', undefined);
  await expect(watch([{ down }])).rejects.toThrow('fleet golden-1 is not found');
});

test('a run of another type is no fleet', async () => {
  await expect(watch([{ type: 'planFleet' }])).rejects.toThrow('is a planFleet, not a fleet');
});

test('an abort ends it quietly; the result then has none to give', async () => {
  const controller = new AbortController();
  const { context } = fakeTemporal([{ progress: progressOf(waiting) }]);
  const input = { fleetId: 'golden-1', signal: controller.signal, lookEveryMillis: 1 };
  const events: FleetEvent[] = [];
  for await (const event of watchFleet(context, input)) {
    events.push(event);
    controller.abort();
  }
  expect(kinds(events)).toEqual(['progress']);
  await expect(getResult(context, input)).rejects.toHaveProperty('name', 'AbortError');
});
