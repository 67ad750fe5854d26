/**
 * Which part of src/ may use which, as docs/architecture.md draws it:
 * cli → client → contract ← workflows → (types of) activities → lightsail.
 * What is not listed is refused, a new folder too, until somebody decides here which way round it goes.
 */
export const DIRECTIONS = {
  contract: { values: [], way: 'contract is what all others depend on, so it depends on none of them' },
  lightsail: { values: [], way: 'lightsail is the edge to AWS: activities call it, it calls nobody' },
  simulator: {
    values: [],
    way: 'the simulator stands for AWS: it is met over the wire and shares no code with the product',
  },
  activities: {
    values: ['contract', 'lightsail'],
    way: 'workflows → (types of) activities → lightsail, contract',
  },
  workflows: {
    values: ['contract'],
    types: ['activities'],
    way: 'workflows take vocabulary by value and everything else of contract and activities by "import type"',
  },
  client: {
    values: ['contract', 'config', 'temporal-connection'],
    types: ['workflows'],
    way: 'cli → client → contract, never back',
  },
  'dev-stack': { values: ['contract'], way: 'cli/commands → dev-stack → contract' },
  cli: {
    values: ['client', 'contract', 'config', 'temporal-connection', 'telemetry', 'package-version'],
    way: 'only cli/commands, cli/dev and cli/demo put parts together; the rest of cli renders and asks',
  },
  'cli/commands': { values: 'all', way: '' },
  'cli/dev': { values: 'all', way: '' },
  'cli/demo': { values: 'all', way: '' },
  'cli/doctor': { values: 'all', way: '' },
  config: { values: ['contract'], way: 'config is read by the composition roots' },
  telemetry: { values: ['contract', 'config'], way: 'telemetry is made by the composition roots' },
  'temporal-profile': { values: [], way: 'which profile holds is asked by temporal-target' },
  'temporal-config-error': {
    values: [],
    types: ['temporal-profile'],
    way: 'what is wrong with a profile is told by temporal-target',
  },
  'temporal-target': {
    values: ['temporal-profile', 'temporal-config-error'],
    way: 'temporal-target is read by the two connections',
  },
  'temporal-connection': {
    values: ['contract', 'config', 'temporal-target', 'temporal-profile'],
    way: 'the connection is made by the composition roots',
  },
  'worker-connection': {
    values: ['contract', 'config', 'temporal-target', 'temporal-profile', 'telemetry'],
    way: 'the connection is made by worker.ts',
  },
  'temporal-runs': {
    values: ['contract'],
    types: ['activities'],
    way: 'what became of runs is a port of activities, made by worker.ts',
  },
  'temporal-schedules': {
    values: [],
    types: ['activities'],
    way: 'schedules are a port of activities, made by worker.ts',
  },
  'temporal-namespace': {
    values: [],
    types: ['activities'],
    way: 'the namespace is a dependency of activities, read by worker.ts',
  },
  'package-version': { values: [], way: 'the version is told by command and worker' },
  'worker-identity': { values: ['package-version'], way: 'a worker is named by worker.ts' },
  'run-until-stopped': { values: [], types: ['stop-signal'], way: 'a worker is run by worker.ts' },
  'stop-signal': { values: [], way: 'stop-signal is used by worker.ts' },
  'workflow-bundle': { values: [], way: 'the bundle names the workflows by path' },
  worker: { values: 'all', way: '' },
  'create-worker': { values: 'all', way: '' },
  index: {
    values: ['contract', 'client', 'worker', 'config'],
    way: 'the package offers contract, client and worker',
  },
};

/** The files of contract/ that hold no schema library, so that workflow code may carry them in its bundle. */
export const VOCABULARY = [
  'disk-mapping',
  'failures',
  'fleet-command',
  'fleet-id',
  'fleet-states',
  'name-template',
  'names',
  'region',
  'rotation-problem',
  'run-state',
  'schedule-attributes',
  'search-attributes',
  'tags',
  'ui-paths',
];

/** Packages that workflow code may use by value: all else is not deterministic, or too heavy for every cached run. */
export const WORKFLOW_PACKAGES = ['@temporalio/workflow'];

/** Runs in the sandbox beside the workflows, and is made of the SDK's own converters. */
export const CONVERTER = { file: 'workflows/payload-converter.ts', packages: ['@temporalio/common'] };
