/* eslint-disable @typescript-eslint/no-require-imports -- each command is loaded only when it is called: the whole
   client takes 250 ms to load, and `--help` is to answer within 150 ms. A dynamic import() would need file names that
   jest cannot map. */
import type { CommandModule } from './command-module';

export type RegisteredCommand = {
  summary: string;
  /** It has nothing to do with a Temporal server that runs already. */
  isLocal?: boolean;
} & (
  | { load: () => CommandModule<never>; verbs?: undefined }
  /** Verbs of its own: `schedule create`. */
  | { verbs: () => Readonly<Record<string, RegisteredCommand>> }
);

/** Every verb, in the order of the help text. */
export const COMMANDS: Readonly<Record<string, RegisteredCommand>> = {
  plan: {
    summary: 'what a clone would make and cost; writes nothing',
    load: () => (require('./commands/plan') as typeof import('./commands/plan')).planCommand,
  },
  clone: {
    summary: 'clone a snapshot into a fleet, and follow it',
    load: () => (require('./commands/clone') as typeof import('./commands/clone')).cloneCommand,
  },
  list: {
    summary: 'fleets: those that run, then by when they ended',
    load: () => (require('./commands/list') as typeof import('./commands/list')).listCommand,
  },
  show: {
    summary: 'one fleet: state, instances, cost, what to do next',
    load: () => (require('./commands/show') as typeof import('./commands/show')).showCommand,
  },
  watch: {
    summary: 'follow a fleet to its end',
    load: () => (require('./commands/watch') as typeof import('./commands/watch')).watchCommand,
  },
  cancel: {
    summary: 'stop a running fleet and remove what it made',
    load: () => (require('./commands/cancel') as typeof import('./commands/cancel')).cancelCommand,
  },
  delete: {
    summary: 'delete a fleet by its tags, also when its history is gone',
    load: () => (require('./commands/delete') as typeof import('./commands/delete')).deleteCommand,
  },
  sweep: {
    summary: 'find, and delete, what belongs to no running or standing fleet',
    load: () => (require('./commands/sweep') as typeof import('./commands/sweep')).sweepCommand,
  },
  schedule: {
    summary: 'make a fleet at set times, and delete the older ones',
    verbs: () => (require('./schedule-registry') as typeof import('./schedule-registry')).SCHEDULE_COMMANDS,
  },
  worker: {
    summary: 'run the worker that does the work',
    load: () => (require('./commands/worker') as typeof import('./commands/worker')).workerCommand,
  },
  init: {
    summary: 'register the search attributes on the Temporal server',
    load: () => (require('./commands/init') as typeof import('./commands/init')).initCommand,
  },
  doctor: {
    summary: 'what is wrong with the environment, and how to mend it',
    load: () => (require('./commands/doctor') as typeof import('./commands/doctor')).doctorCommand,
  },
  schema: {
    summary: 'JSON Schema of every input and result, for other languages',
    isLocal: true,
    load: () => (require('./commands/schema') as typeof import('./commands/schema')).schemaCommand,
  },
  completion: {
    summary: 'completion of verbs and flags for bash, zsh or fish',
    isLocal: true,
    load: () =>
      (require('./commands/completion') as typeof import('./commands/completion')).completionCommand,
  },
  simulator: {
    summary: 'run a local Lightsail',
    isLocal: true,
    load: () => (require('./commands/simulator') as typeof import('./commands/simulator')).simulatorCommand,
  },
  dev: {
    summary: 'run Temporal, simulator and worker on this machine',
    isLocal: true,
    load: () => (require('./commands/dev') as typeof import('./commands/dev')).devCommand,
  },
  demo: {
    summary: 'show it: three fleets on this machine, checked',
    isLocal: true,
    load: () => (require('./commands/demo') as typeof import('./commands/demo')).demoCommand,
  },
};
