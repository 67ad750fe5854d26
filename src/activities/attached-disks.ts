import type { Disk, Instance } from '@aws-sdk/client-lightsail';

/** Disks of an instance beside its system disk: DeleteInstance leaves these behind, and they are billed. */
export function attachedDisks(instance: Instance): (Disk & { name: string })[] {
  return (instance.hardware?.disks ?? []).flatMap((disk) =>
    disk.isSystemDisk === true || disk.name === undefined ? [] : [{ ...disk, name: disk.name }],
  );
}
