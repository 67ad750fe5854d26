/** Of a request: each instance gets a disk of its own from the snapshot, named after it. */
export const WITH_DISKS = {
  instanceSnapshotName: 'golden-with-disk',
  attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
};
