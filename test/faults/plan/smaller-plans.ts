import type {
  CampaignPlan,
  FleetRequest,
  Happening,
  PlannedEvent,
  PlannedFleet,
  Trigger,
} from './campaign-plan';

/** Plans that have a little less in store than this one, the boldest cuts first. */
export function smallerPlans(plan: CampaignPlan): CampaignPlan[] {
  return [
    ...without(plan.fleets).map(({ rest, index }) => withoutFleet({ plan, fleets: rest, index })),
    ...without(plan.events).map(({ rest }) => ({ ...plan, events: rest })),
    ...without(plan.faults).map(({ rest }) => ({ ...plan, faults: rest })),
    ...(plan.strangers.length > 0 ? [{ ...plan, strangers: [] }] : []),
    ...smallerFleets(plan),
    ...plainerFleets(plan),
    ...plainerRemovals(plan),
    ...plainerSettings(plan),
  ].filter(({ fleets }) => fleets.length > 0);
}

/** Each item left out once. */
function without<Item>(items: readonly Item[]): { rest: Item[]; index: number }[] {
  return items.map((_, index) => ({ rest: items.filter((_item, other) => other !== index), index }));
}

function withoutFleet(input: { plan: CampaignPlan; fleets: PlannedFleet[]; index: number }): CampaignPlan {
  const { plan, fleets, index } = input;
  const events = plan.events.flatMap(({ when, what }): PlannedEvent[] => {
    const moved = moveFleet(what, index);
    const movedWhen = moveEnd(when, index);
    return moved === undefined || movedWhen === undefined ? [] : [{ when: movedWhen, what: moved }];
  });
  return { ...plan, fleets, events };
}

/** What happens to a fleet that is left out does not happen; the fleets after it move up. */
function moveFleet(what: Happening, leftOut: number): Happening | undefined {
  const moved = (fleet: number) => movedUp(fleet, leftOut);
  if ('fleet' in what) return what.fleet === leftOut ? undefined : { ...what, fleet: moved(what.fleet) };
  if (what.kind !== 'intrude' || what.fleetTag === undefined) return what;
  const { fleetTag, ...untagged } = what;
  return fleetTag === leftOut ? untagged : { ...untagged, fleetTag: moved(fleetTag) };
}

/** What waits for the end of a fleet that is left out does not happen either. */
function moveEnd(when: Trigger, leftOut: number): Trigger | undefined {
  if (!('ended' in when)) return when;
  return when.ended === leftOut ? undefined : { ended: movedUp(when.ended, leftOut) };
}

function movedUp(fleet: number, leftOut: number): number {
  return fleet > leftOut ? fleet - 1 : fleet;
}

function smallerFleets(plan: CampaignPlan): CampaignPlan[] {
  return withEachFleet(plan, (request) => {
    const { instanceNames, fleet } = request;
    if (instanceNames !== undefined && instanceNames.length > 1)
      return { ...request, instanceNames: instanceNames.slice(0, Math.ceil(instanceNames.length / 2)) };
    if (fleet?.count !== undefined && fleet.count > 1)
      return { ...request, fleet: { ...fleet, count: Math.ceil(fleet.count / 2) } };
    return undefined;
  });
}

/** What a fleet can do without. */
const OPTIONAL = ['tags', 'addOns', 'ipAddressType', 'attachedDiskMapping'];
const OPTIONAL_OF_FLEET = ['waitFor', 'batchSize', 'minReady', 'replaceFailed', 'fallbackZones', 'onFailure'];

function plainerFleets(plan: CampaignPlan): CampaignPlan[] {
  return [
    ...OPTIONAL.flatMap((member) =>
      withEachFleet(plan, (request) => (member in request ? leaveOut(request, member) : undefined)),
    ),
    ...OPTIONAL_OF_FLEET.flatMap((member) =>
      withEachFleet(plan, (request) =>
        request.fleet !== undefined && member in request.fleet
          ? { ...request, fleet: leaveOut(request.fleet, member) }
          : undefined,
      ),
    ),
  ];
}

function plainerRemovals(plan: CampaignPlan): CampaignPlan[] {
  return plan.events.flatMap(({ when, what }, index) =>
    ['again', 'disks', 'reportOnly', 'minimumAgeHours'].flatMap((member) =>
      member in what
        ? [{ ...plan, events: plan.events.with(index, { when, what: leaveOut(what, member) }) }]
        : [],
    ),
  );
}

function withEachFleet(
  plan: CampaignPlan,
  change: (request: FleetRequest) => FleetRequest | undefined,
): CampaignPlan[] {
  return plan.fleets.flatMap(({ request }, index) => {
    const changed = change(request);
    if (changed === undefined) return [];
    return [{ ...plan, fleets: plan.fleets.with(index, { request: changed }) }];
  });
}

function plainerSettings(plan: CampaignPlan): CampaignPlan[] {
  return Object.keys(plan.settings)
    .filter((name) => name !== 'speed' && name !== 'publicIpAddress')
    .map((name) => ({ ...plan, settings: leaveOut(plan.settings, name) }));
}

function leaveOut<Whole extends object>(whole: Whole, member: string): Whole {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== member)) as Whole;
}
