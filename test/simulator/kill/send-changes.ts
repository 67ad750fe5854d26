import type { Random } from '../../../src/simulator/random';
import { signRequest } from '../../support/sign-request';
import type { SentCall } from './sent-call';

/** What has been sent so far, and the names that creates have been acknowledged for. */
export interface Notes {
  sent: SentCall[];
  names: string[];
  serial: number;
}

export interface SendChangesInput {
  url: string;
  notes: Notes;
  random: Random;
}

const MOST_NAMES = 4;

/** Sends one change after the other until the simulator is gone. Every call is in the notes before it is sent. */
export async function sendChanges({ url, notes, random }: SendChangesInput): Promise<void> {
  for (;;) {
    const { call, request } = nextChange({ notes, random });
    notes.sent.push(call);
    const body = JSON.stringify(request);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: signRequest({ url, action: call.action, body }),
        body,
      });
      await answer.text();
      call.fate = answer.status === 200 ? 'acknowledged' : 'refused';
    } catch {
      return;
    }
    if (call.fate === 'acknowledged' && call.action === 'CreateInstancesFromSnapshot')
      notes.names.push(...call.names);
  }
}

function nextChange({ notes, random }: { notes: Notes; random: Random }): {
  call: SentCall;
  request: object;
} {
  const draw = random();
  const name = notes.names[Math.floor(random() * notes.names.length)];
  const serial = ++notes.serial;
  if (name === undefined || draw < 0.3) {
    const withDisk = random() < 0.5;
    const count = 1 + Math.floor(random() * MOST_NAMES);
    const names = Array.from({ length: count }, (_, index) => `web-${String(serial)}-${String(index)}`);
    const request = {
      instanceNames: names,
      instanceSnapshotName: withDisk ? 'golden-with-disk' : 'golden',
      availabilityZone: 'us-east-1a',
      bundleId: 'nano_3_0',
    };
    return { call: { action: 'CreateInstancesFromSnapshot', names, withDisk, fate: 'unknown' }, request };
  }
  if (draw < 0.7) {
    const request = { instanceName: name };
    return { call: { action: 'DeleteInstance', names: [name], fate: 'unknown' }, request };
  }
  const tagKey = `tag-${String(serial)}`;
  const request = { resourceName: name, tags: [{ key: tagKey }] };
  return { call: { action: 'TagResource', names: [name], tagKey, fate: 'unknown' }, request };
}
