import type { Disk, Instance, Operation, Resource } from './resources';

/** How an operation ends. */
export type OperationEnd =
  { status: 'Succeeded' } | { status: 'Failed'; errorCode: string; errorDetails: string };

/** `arn` guards against a later resource that took the name in the meantime. */
export type TransitionEvent =
  | { kind: 'instance-running'; region: string; name: string; arn: string }
  | { kind: 'address-assigned'; region: string; name: string; arn: string }
  | { kind: 'instance-gone'; region: string; name: string; arn: string }
  | { kind: 'disk-detached'; region: string; name: string; arn: string }
  | { kind: 'disk-gone'; region: string; name: string; arn: string }
  | { kind: 'snapshot-available'; region: string; name: string; arn: string }
  | {
      kind: 'operation-ends';
      region: string;
      operationId: string;
      arn: string;
      end: OperationEnd;
      /** What the resource goes back to where the operation fails. */
      restore?: Resource;
    }
  | { kind: 'create-appears'; region: string; name: string };

/** Something that will happen at a virtual time. Events due at the same moment happen in the order of their ids. */
export interface DueEvent {
  id: number;
  dueMillis: number;
  event: TransitionEvent;
}

/** A create that has been done and cannot be seen yet (effect `late-appearance`). */
export interface HiddenCreate {
  instance: Instance;
  disks: readonly Disk[];
  operation: Operation;
  events: readonly { dueMillis: number; event: TransitionEvent }[];
}
