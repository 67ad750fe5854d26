import { bundlesOf } from './bundles';
import type { World } from './world-schema';

/** What the schema cannot see: names used twice, Regions, zones and bundles that are not there. All at once. */
export function checkWorld(world: World): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const zonesByRegion = new Map(
    world.regions.map(({ name, zones }) => [name, zones.map((zone) => zone.name)]),
  );
  const bundlesByRegion = new Map(world.regions.map(({ name }) => [name, bundlesOf(name)]));
  const taken = new Set<string>();

  const place = (input: { path: string; region: string; names: readonly string[] }): void => {
    if (!zonesByRegion.has(input.region)) {
      problems.push({
        path: `${input.path}.region`,
        message: `expected a Region of this world, got "${input.region}"`,
      });
    }
    for (const name of input.names) {
      const key = `${input.region}|${name}`;
      if (taken.has(key))
        problems.push({ path: input.path, message: `expected a name that is free, got "${name}"` });
      taken.add(key);
    }
  };
  const checkBundle = (input: { path: string; region: string; bundleId: string }): void => {
    const bundles = bundlesByRegion.get(input.region);
    if (bundles === undefined || bundles.has(input.bundleId)) return;
    problems.push({
      path: input.path,
      message: `expected a bundle of ${input.region}, got "${input.bundleId}"`,
    });
  };

  world.snapshots.forEach(({ region, name, fromBundleId }, index) => {
    place({ path: `snapshots[${index}]`, region, names: [name] });
    checkBundle({ path: `snapshots[${index}].fromBundleId`, region, bundleId: fromBundleId });
  });
  world.keyPairs.forEach(({ region, name }, index) =>
    place({ path: `keyPairs[${index}]`, region, names: [name] }),
  );
  world.staticIps.forEach(({ region, name }, index) =>
    place({ path: `staticIps[${index}]`, region, names: [name] }),
  );
  world.loadBalancers.forEach(({ region, name }, index) =>
    place({ path: `loadBalancers[${index}]`, region, names: [name] }),
  );
  world.instances.forEach(({ region, name, availabilityZone, bundleId, disks }, index) => {
    place({ path: `instances[${index}]`, region, names: [name, ...disks.map((disk) => disk.name)] });
    checkBundle({ path: `instances[${index}].bundleId`, region, bundleId });
    const zones = zonesByRegion.get(region) ?? [];
    if (availabilityZone !== undefined && zones.length > 0 && !zones.includes(availabilityZone)) {
      problems.push({
        path: `instances[${index}].availabilityZone`,
        message: `expected one of ${zones.join(', ')}, got "${availabilityZone}"`,
      });
    }
  });
  const keys = new Set<string>();
  world.credentials?.forEach(({ accessKeyId }, index) => {
    if (keys.has(accessKeyId)) {
      const message = `expected a key that is not listed twice, got "${accessKeyId}"`;
      problems.push({ path: `credentials[${index}].accessKeyId`, message });
    }
    keys.add(accessKeyId);
  });
  return problems;
}
