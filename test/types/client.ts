import type {
  CloneFleetInput,
  CloneFleetResult,
  FailureType,
  FleetClient,
  FleetEvent,
  FleetFailedError,
  FleetOutcome,
  FleetPlan,
  FleetState,
} from '../../src/client';

/**
 * What the types of the client promise. Compiled by `npm run check`, never run: an expected error that does not come
 * fails it as well as one that was not expected.
 */

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectTrue<Condition extends true>(condition?: Condition): void;

const request = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };

export async function requests(fleets: FleetClient): Promise<void> {
  await fleets.startFleet({ request: { ...request, instanceNames: ['a-1'] } });
  await fleets.startFleet({
    fleetId: undefined,
    request: { ...request, fleet: { count: 2, waitFor: { port: 22 } } },
  });
  await fleets.sweepFleets();
  await fleets.deleteFleet({ request: { ownerId: 'x', regions: ['us-east-1'], dryRun: true } });

  // @ts-expect-error a request needs its zone
  await fleets.startFleet({ request: { bundleId: 'nano_3_0' } });
  // @ts-expect-error a typo is no member
  await fleets.startFleet({ request: { ...request, userdata: 'x' } });
  // @ts-expect-error a typo in our own options is no member either
  await fleets.planFleet({ request: { ...request, fleet: { counts: 3 } } });
  // @ts-expect-error readiness is one of three kinds
  await fleets.awaitPlan({ request: { ...request, fleet: { waitFor: 'stopped' } } });
  // @ts-expect-error what nobody has looked at goes through parseCloneFleetInput first
  await fleets.startFleet({ request: JSON.parse('{}') as unknown });
  // @ts-expect-error an id alone is no object
  await fleets.cancelFleet('nightly');
  // @ts-expect-error a list of Regions, not one
  await fleets.deleteFleet({ request: { fleetId: 'x', regions: 'us-east-1' } });
  await fleets.listFleets({ state: ['ready', 'rollback-incomplete'], group: 'nightly', since: '2026-11-25' });
  // @ts-expect-error a page is found by its token, not by a number
  await fleets.listFleets({ page: 2 });
  // @ts-expect-error there is no such state
  await fleets.listFleets({ state: 'redy' });
}

type Listed = Awaited<ReturnType<FleetClient['listFleets']>>;

export async function results(fleets: FleetClient): Promise<void> {
  expectTrue<Same<Awaited<ReturnType<typeof fleets.planFleet>>, FleetPlan>>();
  expectTrue<Same<Awaited<ReturnType<typeof fleets.getResult>>, CloneFleetResult>>();
  expectTrue<Same<CloneFleetResult['instances'][number]['publicIpAddress'], string | undefined>>();
  expectTrue<Same<CloneFleetInput['availabilityZone'], string>>();
  expectTrue<Same<Listed['nextPageToken'], string | undefined>>();
  expectTrue<Same<NonNullable<Listed['fleets'][number]['deleted']>['at'], string>>();
  expectTrue<Same<Extract<FleetOutcome, { kind: 'ready' }>['result'], CloneFleetResult>>();

  for await (const event of fleets.watchFleet({ fleetId: 'x' })) {
    expectTrue<Same<typeof event, FleetEvent>>();
    if (event.kind === 'ended') expectTrue<Same<typeof event.outcome, FleetOutcome>>();
    if (event.kind === 'progress') {
      expectTrue<Same<NonNullable<typeof event.view.progress>['state'], FleetState>>();
      // @ts-expect-error only the last event has an outcome
      void event.outcome;
    }
  }
}

/** Every failure type has a branch: a new one must not pass unseen. */
export function branches({ type, details }: FleetFailedError): string {
  switch (type) {
    case 'InvalidRequest':
    case 'PreflightFailed':
      return details?.problems?.map(({ path, message }) => `${path}: ${message}`).join() ?? '';
    case 'RollbackIncomplete':
      return details?.survivors?.map(({ name }) => name).join() ?? '';
    case 'NameInUse':
    case 'AccessDenied':
    case 'Unauthenticated':
    case 'QuotaExceeded':
    case 'CapacityUnavailable':
    case 'OperationFailed':
    case 'DeadlineExceeded':
    case 'Terminated':
    case 'TimedOut':
    case 'Unknown':
      return type;
  }
  expectTrue<Same<typeof type, never>>();
  expectTrue<FailureType extends FleetFailedError['type'] ? true : false>();
  return type;
}
