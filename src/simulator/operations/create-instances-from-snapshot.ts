import { operationAnswer } from '../answers/operation-answer';
import { AwsError, invalidInput } from '../errors/aws-error';
import type { Fates } from '../faults/choose-fates';
import { CAPACITY_TEXT } from '../machine/operation-course';
import type { NewInstance } from '../machine/plan-instance';
import { planInstance } from '../machine/plan-instance';
import type { HiddenCreate } from '../state/due-event';
import { findResource } from '../state/find-resource';
import { readAddOns } from '../validation/add-ons';
import { findBundle } from '../validation/bundle';
import { readDisks } from '../validation/disks';
import { readNewNames } from '../validation/new-names';
import { assertQuota } from '../validation/quota';
import { findSource } from '../validation/source';
import { readTags } from '../validation/tags';
import { assertZone } from '../validation/zone';
import type { CreateInput } from './create-instances-input';
import { createInstancesInput } from './create-instances-input';
import type { OperationContext } from './operation-spec';
import { defineOperation } from './operation-spec';

/** How late a `late-appearance` is where its rule does not say. */
const DEFAULT_LATE_SECONDS = 30;

/**
 * The whole request is judged before anything is made; what fails after that fails for one instance, or, by the fault
 * `not-made`, is never begun.
 */
export const createInstancesFromSnapshot = defineOperation({
  input: createInstancesInput,
  run: (input, context) => {
    const wanted = readRequest({ input, context });
    const fates = context.drawFates(wanted.map(({ name }) => name));
    refuseForCapacity({ context, fates });
    const toMake = wanted.filter(({ name }) => fates.get(name)?.['not-made'] === undefined);
    const made = toMake.map((instance) => {
      const own = fates.get(instance.name) ?? {};
      const plan = planInstance({ ...context, fates: own, wanted: instance });
      putPlan({ context, plan, fates: own });
      return plan;
    });
    return { operations: made.map(({ operation }) => operationAnswer(operation)) };
  },
});

function readRequest({ input, context }: { input: CreateInput; context: OperationContext }): NewInstance[] {
  const { region, state } = context;
  const { settings } = state;
  const { availabilityZone, keyPairName, ipAddressType = 'dualstack', userData } = input;
  const names = readNewNames({ names: input.instanceNames, settings });
  assertZone({ region, availabilityZone });
  const source = findSource({ region, input });
  const bundle = findBundle({ region, bundleId: input.bundleId, source, ipAddressType });
  if (keyPairName !== undefined) findResource({ region, type: 'KeyPair', name: keyPairName });
  if (userData !== undefined && Buffer.byteLength(userData) > settings.userDataMaxBytes) {
    throw invalidInput(`The user data must be at most ${settings.userDataMaxBytes} bytes long.`);
  }
  const tags = readTags({ tags: input.tags ?? [], settings });
  const addOns = readAddOns(input.addOns ?? []);
  const disksByInstance = readDisks({ region, settings, names, source, mapping: input.attachedDiskMapping });
  assertQuota({ context, count: names.length, bundle });
  return names.map((name) => ({
    name,
    availabilityZone,
    bundle,
    blueprintId: source.blueprintId,
    sourceName: source.name,
    ...(keyPairName === undefined ? {} : { keyPairName }),
    ipAddressType,
    tags,
    addOns,
    disks: disksByInstance.get(name) ?? [],
  }));
}

/** Setting `capacityFails: "call"`: a full zone refuses the whole request. */
function refuseForCapacity({
  context,
  fates,
}: {
  context: OperationContext;
  fates: Map<string, Fates>;
}): void {
  if (context.state.settings.capacityFails !== 'call') return;
  const rule = [...fates.values()].find(({ capacity }) => capacity !== undefined)?.capacity;
  if (rule === undefined) return;
  const message = rule.errorDetails ?? CAPACITY_TEXT;
  throw new AwsError({ type: rule.errorCode ?? 'OperationFailureException', message });
}

function putPlan(input: { context: OperationContext; plan: HiddenCreate; fates: Fates }): void {
  const { draft, nowMillis } = input.context;
  const { instance, disks, operation, events } = input.plan;
  const late = input.fates['late-appearance'];
  if (late !== undefined) {
    draft.hide(input.plan);
    const { region, name } = instance;
    const dueMillis = nowMillis + (late.seconds ?? DEFAULT_LATE_SECONDS) * 1000;
    draft.schedule({ dueMillis, event: { kind: 'create-appears', region, name } });
    return;
  }
  draft.put(instance);
  for (const disk of disks) draft.put(disk);
  draft.putOperation(operation);
  for (const event of events) draft.schedule(event);
}
