import { ActivityFailure, ApplicationFailure, CancelledFailure, TimeoutFailure } from '@temporalio/common';
import { causeOf, rolledBackFailure } from '../../src/workflows/fleet-failure';
import { keptFailure, rollbackIncompleteFailure } from '../../src/workflows/left-behind-failure';

const identity = { fleetId: 'nightly', cancelled: false };

function wrapped(cause: Error): ActivityFailure {
  return new ActivityFailure(
    'failed',
    'createInstances',
    'create/web-01',
    'MAXIMUM_ATTEMPTS_REACHED',
    undefined,
    cause,
  );
}

describe('why a run fails', () => {
  it('is the public failure under the wrappers, with its details', () => {
    const details = { fleetId: 'nightly', instances: [{ name: 'web-01', message: 'taken' }] };
    const failure = ApplicationFailure.create({
      type: 'NameInUse',
      message: 'web-01: taken',
      details: [details],
    });
    expect(causeOf(wrapped(failure), identity)).toEqual({
      type: 'NameInUse',
      message: 'web-01: taken',
      details,
    });
  });

  it.each([
    ['a time-out', new TimeoutFailure('activity StartToClose timeout', undefined, 'START_TO_CLOSE')],
    ['a defect', ApplicationFailure.create({ type: 'TypeError', message: 'x is undefined' })],
  ])('is DeadlineExceeded for %s, and never a type that nobody knows', (_what, cause) => {
    expect(causeOf(wrapped(cause), identity)).toMatchObject({ type: 'DeadlineExceeded' });
  });

  it('is the cancellation when a cancelled run lost the worker that had to hear of it', () => {
    const lost = wrapped(new TimeoutFailure('activity Heartbeat timeout', undefined, 'HEARTBEAT'));
    expect(causeOf(lost, { ...identity, cancelled: true })).toMatchObject({ type: 'Cancelled' });
  });

  it('is the cancellation when the run was cancelled', () => {
    expect(causeOf(wrapped(new CancelledFailure('cancelled')), identity)).toMatchObject({
      type: 'Cancelled',
    });
  });
});

describe('what a failed run says', () => {
  const cause = {
    type: 'OperationFailed' as const,
    message: 'web-02 could not be made',
    details: { fleetId: 'nightly' },
  };

  it('says that nothing is left, where something had been made', () => {
    expect(rolledBackFailure(cause, true).message).toBe(
      'web-02 could not be made. Rolled back: nothing is left',
    );
    expect(rolledBackFailure(cause, false).message).toBe('web-02 could not be made');
  });

  const survivors = [
    { resourceType: 'Instance' as const, name: 'web-03', cause: 'AccessDenied' },
    { resourceType: 'Disk' as const, name: 'web-03-data', cause: 'attached to web-03' },
  ];
  const left = { owner: { fleetId: 'nightly', ownerId: 'run-1' }, regions: ['us-east-1'] };

  it('names each survivor, its cause, and the command that finishes the work', () => {
    const failure = rollbackIncompleteFailure({ cause, survivors, ...left });
    expect(failure.type).toBe('RollbackIncomplete');
    expect(failure.nonRetryable).toBe(true);
    // In the UI a stack would stand between the message and the details.
    expect(failure.stack).toBe('');
    expect(failure.message).toContain('2 resources are still there and billed (web-03, web-03-data)');
    expect(failure.message).toMatch(
      /run:\nlightsail-fleet delete nightly --owner run-1 --region us-east-1\nweb-03 is still there because/,
    );
    expect(failure.details?.[0]).toMatchObject({
      survivors,
      command: 'lightsail-fleet delete nightly --owner run-1 --region us-east-1',
      cause: { type: 'OperationFailed' },
    });
  });

  it('names what was kept, be it one or several, and how to remove it', () => {
    expect(keptFailure({ cause, survivors, ...left }).message).toMatch(
      /: 2 resources are still there and billed \(.*\)\. To remove them, run:\nlightsail-fleet delete/,
    );
    expect(keptFailure({ cause, survivors: survivors.slice(0, 1), ...left }).message).toMatch(
      /: 1 resource is still there and billed \(web-03\)\. To remove it, run:\nlightsail-fleet delete/,
    );
  });

  it('names an id that begins with a dash so that the command does not take it for a flag', () => {
    const owner = { fleetId: '-nightly', ownerId: 'run-1' };
    const failure = rollbackIncompleteFailure({ cause, survivors, ...left, owner });
    expect(failure.details?.[0]).toMatchObject({
      command: 'lightsail-fleet delete --owner run-1 --region us-east-1 -- -nightly',
    });
  });

  it('names a command of AWS for what carries no tag of ours, as nothing else finds it', () => {
    const untagged = survivors.map((one) => ({ ...one, untagged: true }));
    const failure = rollbackIncompleteFailure({ cause, survivors: untagged, ...left });
    expect(failure.message).not.toContain('lightsail-fleet delete');
    expect(failure.message).toContain(
      'aws lightsail delete-instance --region us-east-1 --instance-name web-03',
    );
    expect(failure.message).toContain('aws lightsail delete-disk --region us-east-1 --disk-name web-03-data');
  });
});
