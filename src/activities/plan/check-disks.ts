import { disksOfInstance, EVERY_INSTANCE } from '../../contract/disk-mapping';
import type { Problem } from '../../contract/failures';
import type { SourceFacts } from './source-facts';
import type { PlanCheck, PlanCheckInput } from './plan-check';

export interface CheckDisksInput extends Pick<PlanCheckInput, 'request' | 'instanceNames'> {
  source: Pick<SourceFacts, 'name' | 'diskPaths'>;
}

/** Each mapped path is a disk of the snapshot, each key an instance of the fleet; unmapped disks are a warning. */
export function checkDisks({ request, instanceNames, source }: CheckDisksInput): PlanCheck {
  const mapping = request.attachedDiskMapping ?? {};
  const problems: Problem[] = [];
  const wanted = new Set(instanceNames);
  for (const [key, disks] of Object.entries(mapping)) {
    const path = `attachedDiskMapping[${JSON.stringify(key)}]`;
    if (key !== EVERY_INSTANCE && !wanted.has(key)) {
      problems.push({ path, message: 'expected * or the name of one of the new instances as the key' });
    }
    for (const [position, { originalDiskPath }] of disks.entries()) {
      if (originalDiskPath === undefined || source.diskPaths.includes(originalDiskPath)) continue;
      const known =
        source.diskPaths.length === 0 ? 'none beside its system disk' : source.diskPaths.join(', ');
      const at = `${path}[${String(position)}].originalDiskPath`;
      problems.push({
        path: at,
        message: `${source.name} has no disk at "${originalDiskPath}" (it has ${known})`,
      });
    }
  }
  const warnings = findUnmapped({ request, instanceNames, source });
  const checked =
    problems.length === 0 && Object.keys(mapping).length > 0 ? 'disk mapping matches the snapshot' : '';
  return { checked, problems, warnings, facts: undefined };
}

/** Disks of the snapshot that some instance does not map: they are made all the same, under names that AWS chooses. */
function findUnmapped({ request, instanceNames, source }: CheckDisksInput): string[] {
  const mapping = request.attachedDiskMapping;
  const mapped = instanceNames.map(
    (instanceName) =>
      new Set(disksOfInstance({ mapping, instanceName })?.map(({ originalDiskPath }) => originalDiskPath)),
  );
  return source.diskPaths.flatMap((path) => {
    const without = mapped.filter((paths) => !paths.has(path));
    if (without.length === 0) return [];
    const whose =
      without.length === instanceNames.length ? '' : ` for ${String(without.length)} of the instances`;
    return [
      `the snapshot's disk ${path} is not mapped${whose}: it is copied and billed all the same, under a name that AWS chooses`,
    ];
  });
}
