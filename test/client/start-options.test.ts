import type { Client } from '@temporalio/client';
import { makeFleetId } from '../../src/client/make-fleet-id';
import { digestOfRequest } from '../../src/client/request-digest';
import { checkStart, cloneFleetStartOptions } from '../../src/client/start-options';
import { startFleet } from '../../src/client/start-fleet';

const request = {
  instanceSnapshotName: 'golden',
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
  userData: 'export PASSWORD=hunter2',
  fleet: { nameTemplate: 'web-{index}', count: 3 },
};
const context = { client: {} as Client, taskQueue: 'q' };

test('a bad request is refused with all its problems before anything is sent', async () => {
  const bad = { ...request, bundleId: 3 as unknown as string, fleet: {}, nonsense: 1 };
  await expect(startFleet(context, { request: bad, fleetId: 'a b' })).rejects.toMatchObject({
    name: 'InvalidRequestError',
    problems: expect.arrayContaining([
      expect.objectContaining({ path: 'fleetId' }),
      expect.objectContaining({ path: 'bundleId' }),
      expect.objectContaining({ path: 'nonsense' }),
      expect.objectContaining({ path: 'instanceNames' }),
    ]) as unknown,
  });
});

test('a start joins a running fleet, repeats a failed one, and has no time limit', () => {
  const options = cloneFleetStartOptions(context, checkStart({ request, fleetId: 'f1' }));
  expect(options).toMatchObject({
    workflowId: 'f1',
    taskQueue: 'q',
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    staticSummary: 'clone `golden` into `3 instances web-{index}` in `us-east-1a`',
  });
  expect(Object.keys(options)).not.toContain('workflowExecutionTimeout');
});

test('no secret reaches what the UI shows beside the input', () => {
  const { args: _, ...options } = cloneFleetStartOptions(context, checkStart({ request }));
  expect(JSON.stringify(options)).not.toContain('hunter2');
  expect(options.staticDetails).toContain('| user data\u2003\u200b | `23 bytes` |');
});

test('the digest depends on what is asked for, not on the order of members', () => {
  const { fleet, ...rest } = request;
  expect(digestOfRequest({ fleet, ...rest })).toBe(digestOfRequest(request));
  expect(digestOfRequest({ ...request, bundleId: 'micro_3_0' })).not.toBe(digestOfRequest(request));
});

test('a default id reads as source, time and a suffix', () => {
  const now = new Date('2026-11-23T20:35:00Z');
  expect(makeFleetId({ source: 'golden', now, random: () => 0 })).toBe('golden-20261123-203500-aaaa');
  expect(makeFleetId({ source: 'ünï/x'.repeat(60), now, random: () => 1 })).toMatch(
    /^[A-Za-z0-9._-]{1,128}$/,
  );
});
