import { EVERY_INSTANCE } from '../../contract/disk-mapping';
import type { Problem } from '../../contract/failures';
import type { SourceFacts } from './check-source';
import type { PlanCheck, PlanCheckInput } from './plan-check';

/** Each mapped path is a disk of the snapshot, each key an instance of the fleet; unmapped disks are a warning. */
export function checkDisks({
  request,
  instanceNames,
  source,
}: PlanCheckInput & { source: SourceFacts }): PlanCheck {
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
  const mapped = new Set(
    Object.values(mapping).flatMap((disks) => disks.map((disk) => disk.originalDiskPath)),
  );
  const unmapped = source.diskPaths.filter((path) => !mapped.has(path));
  const warnings =
    unmapped.length === 0
      ? []
      : [
          `the snapshot's disks at ${unmapped.join(', ')} are not mapped: AWS does not document what their copies are called`,
        ];
  const checked =
    problems.length === 0 && Object.keys(mapping).length > 0 ? 'disk mapping matches the snapshot' : '';
  return { checked, problems, warnings, facts: undefined };
}
