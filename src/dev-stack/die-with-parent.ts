import { spawnSync } from 'node:child_process';
import { findOnPath } from './find-on-path';

export interface Command {
  command: string;
  args: readonly string[];
}

export interface DieWithParentInput extends Command {
  env?: NodeJS.ProcessEnv | undefined;
  platform?: NodeJS.Platform | undefined;
}

/** `setpriv` answers in a few milliseconds; a machine where it does not is not worth waiting for. */
const PROBE_LIMIT_MILLIS = 2000;

/**
 * The command, wrapped so that the kernel kills it when this process ends in whatever way, SIGKILL included
 * (prctl(2), PR_SET_PDEATHSIG, through util-linux's `setpriv`, which execs: the pid is the command's own).
 * Only Linux can; elsewhere, and where `setpriv` is missing or is BusyBox's, a parent killed with SIGKILL leaves its
 * children behind. The signal is bound to the *thread* that spawned, so spawn from the main thread.
 */
export function dieWithParent(input: DieWithParentInput): Command {
  const { command, args, env = process.env, platform = process.platform } = input;
  // A command that is missing stays as it is, so that the error is spawn's own ENOENT.
  const wrapped =
    platform === 'linux' && findOnPath({ command, env }) !== undefined && hasParentDeathSignal();
  if (!wrapped) return { command, args };
  return { command: 'setpriv', args: ['--pdeathsig', 'KILL', '--', command, ...args] };
}

function hasParentDeathSignal(): boolean {
  const probe = spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true'], {
    stdio: 'ignore',
    timeout: PROBE_LIMIT_MILLIS,
  });
  return probe.status === 0;
}
