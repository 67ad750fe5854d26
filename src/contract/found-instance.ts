/** What undo found in the account, as history records it before anything is deleted. */
export interface FoundInstance {
  name: string;
  arn?: string | undefined;
  /** All disks that are attached to it beside its system disk: DeleteInstance leaves them behind. */
  disks: FoundDisk[];
}

export interface FoundDisk {
  name: string;
  arn?: string | undefined;
  /** Made with the instance. Another one is detached when the instance is deleted, and otherwise left alone. */
  ours: boolean;
  /** Nothing but its tags says whose it is: they are read once more right before it is deleted. */
  byTagOnly?: boolean | undefined;
  /**
   * Of a disk that the mapping names and whose attachment nobody recorded, as its instance went before: the create
   * operation it came with. If the disk is still there it is said, and never deleted.
   */
  unrecorded?: { instanceName: string; operationId: string } | undefined;
}
