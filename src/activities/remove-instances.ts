import type { Instance, Operation } from '@aws-sdk/client-lightsail';
import type { RemoveInstancesInput, RemoveInstancesResult } from '../contract/activities';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import { isOwnedBy } from '../contract/tags';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { attachedDisks } from './attached-disks';
import { awaitGone, isLeaving } from './await-gone';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { OWNER_TAG_GONE } from './find-left-alone';
import { heartbeating } from './heartbeating';
import { namesWith, removeAll, removeUntilGone, survivorsOf, type Note, type RemovalStep } from './removal';
import { diskTagger } from './tag-disks';
import { waiting } from './wait-signal';

/**
 * What Lightsail answers to a delete while pending is not documented; CloudFormation and Ansible wait for
 * running or stopped first. After this long, or the settling time where that is shorter, the delete is tried all
 * the same.
 */
const PENDING_PATIENCE_SECONDS = 120;

/**
 * Deletes instances that are ours, each with its add-ons, and waits until each is gone. The tag is read again
 * right before the delete. Goes on past what fails: what is still there at the deadline, or refused for good,
 * is a survivor. An instance with a disk that is not recorded in history is left for the next look; the disks that
 * were made with it are tagged first. Safe to repeat.
 */
export async function removeInstances(
  dependencies: ActivityDependencies,
  input: RemoveInstancesInput,
): Promise<RemoveInstancesResult> {
  const { draining } = dependencies;
  const { outlastRefusals } = input;
  return inFleetTerms(input.fleetId, () =>
    heartbeating<BatchHeartbeat, RemoveInstancesResult>((beat) =>
      waiting({ draining, deadline: input.deadline }, async (signal) => {
        const recorded = new Map(input.instances.map((instance) => [instance.name, instance]));
        const patientUntil =
          Date.now() + Math.min(PENDING_PATIENCE_SECONDS, dependencies.settleSeconds) * 1000;
        const remove = (name: string, onAgain: Note) => {
          const instance = recorded.get(name) ?? { name, disks: [], operationEnded: false };
          const tagDisks = diskTagger({ dependencies, input, instance, signal });
          const of = { dependencies, input, instance, tagDisks, patientUntil, signal };
          const step = (note: Note) => removalStep({ ...of, note });
          return removeUntilGone({ resourceType: 'Instance', name, step, signal, outlastRefusals, onAgain });
        };
        const outcomes = await removeAll({ names: [...recorded.keys()], remove, beat });
        return {
          removed: namesWith(outcomes, 'removed'),
          unrecorded: namesWith(outcomes, 'unrecorded'),
          survivors: survivorsOf(outcomes),
        };
      }),
    ),
  );
}

interface StepInput {
  dependencies: ActivityDependencies;
  input: RemoveInstancesInput;
  instance: RemoveInstancesInput['instances'][number];
  tagDisks: () => Promise<void>;
  patientUntil: number;
  signal: AbortSignal;
  note: Note;
}

async function removalStep(step: StepInput): Promise<RemovalStep> {
  const { dependencies, input, instance, patientUntil, signal, note } = step;
  const api = dependencies.lightsail(input.region);
  const seen = await api.getInstance({ instanceName: instance.name }, { signal });
  if (seen === undefined) return { next: 'gone' };
  const state = seen.state?.name ?? 'unknown';
  const isOurs = isOwnedBy(seen.tags, input.ownerId);
  if (!isOurs && (instance.arn === undefined || seen.arn !== instance.arn)) return { next: 'gone' };
  if (!isOurs && !isLeaving(seen)) return { next: 'left', cause: OWNER_TAG_GONE };
  if (state === 'pending' && !instance.operationEnded && Date.now() < patientUntil) {
    return { next: 'again', cause: 'its state is pending', afterSeconds: pendingPause(dependencies) };
  }
  if (!hasAllDisksRecorded(seen, instance)) return { next: 'unrecorded' };
  await step.tagDisks();
  const operations = isLeaving(seen)
    ? []
    : await api.deleteInstance({ instanceName: instance.name, forceDeleteAddOns: true }, { signal });
  note('its delete was accepted, but it is still there');
  const outcome = await awaitGone({ dependencies, region: input.region, instance: seen, signal });
  if (outcome === 'gone') return { next: 'gone' };
  return { next: 'again', cause: await describeDelete({ api, operations, signal }), afterSeconds: 0 };
}

interface DescribeDeleteInput {
  api: LightsailApi;
  operations: Operation[];
  signal: AbortSignal;
}

/** Why an instance whose delete was accepted is still there: its operation tells, if it has ended. */
async function describeDelete({ api, operations, signal }: DescribeDeleteInput): Promise<string> {
  const operationId = operations.find(({ operationType }) => operationType === 'DeleteInstance')?.id;
  const operation =
    operationId === undefined ? undefined : await api.getOperation({ operationId }, { signal });
  const { status, errorCode, errorDetails } = operation ?? {};
  if (status !== 'Failed') return 'its delete was accepted, but it is still there';
  return `its delete failed: ${errorDetails ?? 'no reason was given'}${errorCode === undefined ? '' : ` (${errorCode})`}`;
}

function pendingPause({ pollSeconds }: ActivityDependencies): number {
  return Math.min(pollSeconds, 5);
}

function hasAllDisksRecorded(seen: Instance, { disks }: StepInput['instance']): boolean {
  const recorded = new Set(disks.map((disk) => disk.name));
  return attachedDisks(seen).every((disk) => recorded.has(disk.name));
}
