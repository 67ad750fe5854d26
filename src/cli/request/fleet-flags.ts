import type { Command } from 'commander';
import type { LaunchFlags } from './launch-flags';

/** The fleet as flags give it: text, as nobody has looked at it yet. */
export interface FleetFlags extends LaunchFlags {
  file?: string | undefined;
  snapshot?: string | undefined;
  sourceInstance?: string | undefined;
  restoreDate?: string | undefined;
  latest?: boolean | undefined;
  zone?: string | undefined;
  bundle?: string | undefined;
  name?: string[] | undefined;
  count?: string | undefined;
  tag?: string[] | undefined;
  keyPair?: string | undefined;
  userDataFile?: string | undefined;
  ipAddressType?: string | undefined;
  waitFor?: string | undefined;
  batchSize?: string | undefined;
  minReady?: string | undefined;
  replaceFailed?: string | undefined;
  fallbackZone?: string[] | undefined;
  onFailure?: string | undefined;
  group?: string | undefined;
  keepLast?: string | undefined;
  shareGroup?: boolean | undefined;
}

const collect = (value: string, previous: string[] | undefined): string[] => [...(previous ?? []), value];

/** The flags that describe a fleet. Their values are checked together with the rest of the request, all at once. */
export function addFleetFlags(command: Command): Command {
  return command
    .option('-f, --file <path>', 'the request as YAML or JSON (- for stdin); flags override it')
    .option('--snapshot <name>', 'the instance snapshot to clone')
    .option('--source-instance <name>', 'clone an automatic snapshot of this instance instead')
    .option('--restore-date <date>', 'which automatic snapshot, YYYY-MM-DD')
    .option('--latest', 'the latest automatic snapshot')
    .option('--zone <zone>', 'Availability Zone, such as us-east-1a')
    .option('--bundle <id>', 'bundle, such as nano_3_0')
    .option(
      '--name <name>',
      'name of an instance (again for more), or a template with --count: web-{index:03}',
      collect,
    )
    .option('--count <n>', 'how many instances the template makes')
    .option('--tag <key=value>', 'a tag on every instance (again for more)', collect)
    .option('--key-pair <name>', 'key pair for SSH')
    .option('--user-data-file <path>', 'launch script to read from this machine')
    .option(
      '--disk <path=name>',
      "name for the copies of a disk of the snapshot: '/dev/xvdf={name}-data'",
      collect,
    )
    .option('--add-on <type>', 'AutoSnapshot[=HH:00], or StopInstanceOnIdle=<% of CPU>,<minutes>', collect)
    .option('--ip-address-type <type>', 'dualstack, ipv4 or ipv6')
    .option('--wait-for <what>', 'operation, running (default), or port:22 (the worker can connect to it)')
    .option('--batch-size <n>', 'names a create call, 1 to 100 (default 25)')
    .option('--min-ready <n>', 'how many must be ready for the fleet to stand (default: all)')
    .option('--replace-failed <n>', 'how often a failed instance is removed and made again (default 1)')
    .option('--fallback-zone <zone>', 'where to go when the zone is full (again for more, in order)', collect)
    .option('--on-failure <what>', 'rollback (default), or keep what was made for inspection, billed')
    .option('--group <name>', 'what the fleet is a generation of, in its Region')
    .option(
      '--keep-last <n>',
      'once it is ready, delete older ones of its group until n are left, it included',
    )
    .option('--share-group', 'older ones of the group that were cloned from something else count, too');
}
