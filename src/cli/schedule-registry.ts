/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when called, as in command-registry.ts. */
import type { RegisteredCommand } from './command-registry';

/** The verbs of `schedule`, in the order of its help text. */
export const SCHEDULE_COMMANDS: Readonly<Record<string, RegisteredCommand>> = {
  create: {
    summary: 'makes a fleet at set times; its first two runs are planned before',
    load: () =>
      (require('./commands/schedule/create') as typeof import('./commands/schedule/create')).createCommand,
  },
  list: {
    summary: 'schedules, with their next and last runs',
    load: () =>
      (require('./commands/schedule/list') as typeof import('./commands/schedule/list')).listCommand,
  },
  show: {
    summary: 'one schedule: next runs, last outcomes, cost of a generation',
    load: () =>
      (require('./commands/schedule/show') as typeof import('./commands/schedule/show')).showCommand,
  },
  trigger: {
    summary: 'start a run now',
    load: () =>
      (require('./commands/schedule/trigger') as typeof import('./commands/schedule/trigger')).triggerCommand,
  },
  backfill: {
    summary: 'start the runs that were due in a time that has passed',
    load: () =>
      (require('./commands/schedule/backfill') as typeof import('./commands/schedule/backfill'))
        .backfillCommand,
  },
  pause: {
    summary: 'start no more runs until it is resumed',
    load: () =>
      (require('./commands/schedule/pause') as typeof import('./commands/schedule/pause')).pauseCommand,
  },
  resume: {
    summary: 'start runs again, from the next time on',
    load: () =>
      (require('./commands/schedule/resume') as typeof import('./commands/schedule/resume')).resumeCommand,
  },
  delete: {
    summary: 'delete a schedule; its fleets stay',
    load: () =>
      (require('./commands/schedule/delete') as typeof import('./commands/schedule/delete')).deleteCommand,
  },
};
