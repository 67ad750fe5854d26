import type { Instance } from '@aws-sdk/client-lightsail';
import type { AwaitReadyInput, AwaitReadyResult, ReadyInstance } from '../contract/activities';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { InstanceProblem } from '../contract/failures';
import { isOwnedBy } from '../contract/tags';
import { awaitPort } from './await-port';
import type { Beat } from './heartbeating';
import { toReadyInstance } from './to-ready-instance';

/** How long an instance whose operation succeeded may not be found. Where the settling time is shorter, that. */
const MISSING_PATIENCE_SECONDS = 30;

export interface ReadinessWatchInput {
  input: AwaitReadyInput;
  beat: Beat<BatchHeartbeat>;
  signal: AbortSignal;
  settleSeconds: number;
}

/** What one batch's wait for readiness has seen so far. */
export class ReadinessWatch {
  readonly ports: Promise<void>[] = [];
  private readonly ready = new Map<string, ReadyInstance>();
  private readonly problems = new Map<string, InstanceProblem>();
  /** Why an instance is not ready, as last seen: what a person reads when the deadline passes. */
  private readonly lastSeen = new Map<string, string>();

  /** Since when nothing of this name is found, epoch milliseconds. */
  private readonly missingSince = new Map<string, number>();
  private readonly input: AwaitReadyInput;

  constructor(private readonly wait: ReadinessWatchInput) {
    this.input = wait.input;
    this.show();
  }

  /** Nothing of this name is found. It may be late to appear; what stays away has been deleted by somebody. */
  takeMissing(name: string): 'waiting' | 'done' {
    const since = this.missingSince.get(name) ?? Date.now();
    this.missingSince.set(name, since);
    const patienceSeconds = Math.min(MISSING_PATIENCE_SECONDS, this.wait.settleSeconds);
    if (Date.now() - since < patienceSeconds * 1000) return 'waiting';
    return this.fail({
      name,
      errorCode: 'NotFound',
      message: 'it is gone: its operation succeeded, and somebody else deleted it',
    });
  }

  take(instance: Instance): 'waiting' | 'done' {
    const name = instance.name ?? '';
    this.missingSince.delete(name);
    if (!isOwnedBy(instance.tags, this.input.ownerId)) {
      return this.fail({
        name,
        errorCode: 'NotOurs',
        message: 'an instance of this name is there, but it is not of this fleet',
      });
    }
    const state = instance.state?.name ?? 'unknown';
    if (state === 'terminated' || state === 'shutting-down') {
      return this.fail({ name, message: `the instance is ${state}` });
    }
    const { waitFor } = this.input;
    if (waitFor === 'operation') return this.finish(instance);
    const address = this.addressOf(instance);
    const missing = this.missingAddress(instance);
    this.lastSeen.set(
      name,
      state === 'running'
        ? `running, but it has no public ${missing ?? ''} address yet`
        : `its state is ${state}`,
    );
    if (state !== 'running' || missing !== undefined || address === undefined) return 'waiting';
    if (waitFor === 'running') return this.finish(instance);
    this.lastSeen.set(name, `running at ${address}, but port ${String(waitFor.port)} does not answer`);
    const opened = this.finishWhenOpen({ instance, host: address, port: waitFor.port });
    // Nobody may be listening yet when the signal ends it, and Node ends the process for a rejection unheard.
    opened.catch(() => undefined);
    this.ports.push(opened);
    return 'done';
  }

  result(): AwaitReadyResult {
    const notReady = this.input.instanceNames
      .filter((name) => !this.ready.has(name))
      .map(
        (name) =>
          this.problems.get(name) ?? {
            name,
            errorCode: 'NotReady',
            message: this.lastSeen.get(name) ?? 'it was never seen',
          },
      );
    return { ready: [...this.ready.values()], notReady };
  }

  private async finishWhenOpen({
    instance,
    host,
    port,
  }: {
    instance: Instance;
    host: string;
    port: number;
  }): Promise<void> {
    await awaitPort({ host, port, signal: this.wait.signal });
    this.finish(instance);
  }

  private addressOf(instance: Instance): string | undefined {
    return this.input.ipAddressType === 'ipv6' ? instance.ipv6Addresses?.[0] : instance.publicIpAddress;
  }

  /** Who asked for dualstack counts on both; where nobody said, AWS's default may have no IPv6 (old blueprints). */
  private missingAddress({ publicIpAddress, ipv6Addresses }: Instance): 'IPv4' | 'IPv6' | undefined {
    const { ipAddressType } = this.input;
    if (ipAddressType !== 'ipv6' && publicIpAddress === undefined) return 'IPv4';
    const wantsIpv6 = ipAddressType === 'ipv6' || ipAddressType === 'dualstack';
    return wantsIpv6 && (ipv6Addresses ?? []).length === 0 ? 'IPv6' : undefined;
  }

  private finish(instance: Instance): 'done' {
    const name = instance.name ?? '';
    this.ready.set(name, toReadyInstance(instance));
    this.show();
    return 'done';
  }

  private fail(problem: InstanceProblem): 'done' {
    this.problems.set(problem.name, problem);
    this.show();
    return 'done';
  }

  private show(): void {
    const done = [...this.ready.keys()];
    const failed = [...this.problems.keys()];
    const waitingFor = this.input.instanceNames.filter(
      (name) => !this.ready.has(name) && !this.problems.has(name),
    );
    this.wait.beat({ waiting: waitingFor, done, failed });
  }
}
