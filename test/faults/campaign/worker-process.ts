import { appendFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, waitUntilReady } from '../../../src/dev-stack/child-process';
import { spawnChild, type RunningChild } from '../../../src/dev-stack/spawn-child';
import { COMMAND } from '../../support/start-stack';

/** It takes about a second of CPU, and may have to share it with many others. */
const READY_LIMIT_SECONDS = 60;

/** A native stack is 14 lines, and what it is of stands above it. */
const LINES_OF_AN_END = 20;

/**
 * A process that stands still for 5 s inside a step of a workflow: as it goes on, the limit of the step has passed, and
 * Node, which ends the script there, ends itself (nodejs/node#38503). Its supervisor starts another; nothing is ours.
 */
const ABORT_OF_NODE = /^Error: async hook stack has become corrupted/;

export interface WorkerProcessInput {
  /** Beside PATH and the credentials, which are the process's own. */
  env: Record<string, string>;
  /** Of the lane: part of the access keys, so that the ledger tells one process from another. */
  lane: number;
  logFile: string;
}

/** The worker of a lane: the built command as a process of its own, and the next one after each end. */
export class WorkerProcess {
  /** Of every process so far. */
  readonly accessKeys: string[] = [];
  /** How processes ended that nobody told to. */
  readonly unwantedEnds: string[] = [];
  /** How many processes Node ended that had been frozen. */
  thawedDead = 0;
  private child: RunningChild | undefined;
  private polling: Promise<void> = Promise.resolve();
  private readonly wantedEnds = new Set<RunningChild>();
  private readonly frozen = new Set<RunningChild>();
  /** Every process that has not ended, those that drain too: none may be forgotten, or it would outlive the lane. */
  private readonly living = new Set<RunningChild>();
  private restarting: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly input: WorkerProcessInput) {}

  /** Starts the next process; resolves when it polls its queue. */
  start(): Promise<void> {
    const { env, lane, logFile } = this.input;
    const number = this.accessKeys.length + 1;
    const accessKey = `AKIAWORKER${String(lane).padStart(4, '0')}${String(number).padStart(6, '0')}`;
    this.accessKeys.push(accessKey);
    let announce: () => void;
    const announced = new Promise<void>((resolve) => (announce = resolve));
    const child = spawnChild({
      name: `worker ${accessKey}`,
      command: process.execPath,
      args: [COMMAND, 'worker', '--json'],
      env: { PATH: process.env['PATH'], AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: 'any', ...env },
      onOutput: ({ stream, line }) => {
        if (stream === 'stdout' && line.includes('taskQueue')) announce();
        else if (!this.stopped) appendFileSync(logFile, `${accessKey} ${line}\n`);
      },
    });
    this.child = child;
    this.living.add(child);
    const started = waitUntilReady({ child, ready: announced, limitSeconds: READY_LIMIT_SECONDS });
    this.polling = started.catch((error: unknown) => {
      if (!this.wantedEnds.has(child)) throw error;
    });
    // Whoever waits for it hears of it; nobody has to.
    this.polling.catch(() => undefined);
    void child.exited.then((exit) => {
      this.living.delete(child);
      if (this.wantedEnds.has(child)) return;
      const lines = child.lastLines();
      if (this.frozen.has(child) && lines.some((line) => ABORT_OF_NODE.test(line))) this.thawedDead += 1;
      else this.unwantedEnds.push(`${describeExit(exit)}: ${lines.slice(-LINES_OF_AN_END).join(' | ')}`);
      // As any supervisor would; the end itself is told, and is a violation.
      if (this.child === child) this.startUnheard();
    });
    return this.polling;
  }

  /** Resolves when the newest process polls. One that ended by itself has a successor then. */
  async ready(): Promise<void> {
    await this.restarting;
    if (this.child === undefined || (await hasEnded(this.child))) await this.start();
    else await this.polling;
  }

  /** kill -9, and the next one is on its way when this resolves. Two kills at the same moment are one. */
  async killAndRestart(): Promise<void> {
    this.restarting ??= this.kill()
      .then(() => {
        this.startUnheard();
      })
      .finally(() => (this.restarting = undefined));
    await this.restarting;
  }

  /** SIGTERM, and the next one starts beside the one that drains. */
  drainAndRestart(): void {
    const draining = this.child;
    if (draining === undefined) return;
    this.wantedEnds.add(draining);
    void draining.stop();
    this.startUnheard();
  }

  /** The process stands still for so long, as on a machine that is out of breath. */
  freeze(seconds: number): void {
    const frozen = this.child;
    if (frozen === undefined) return;
    this.frozen.add(frozen);
    frozen.signal('SIGSTOP');
    void delay(seconds * 1000).then(() => frozen.signal('SIGCONT'));
  }

  /** The end of the lane: no process of it is left. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.restarting;
    for (const child of this.living) this.wantedEnds.add(child);
    await Promise.all([...this.living].map((child) => child.kill()));
  }

  private async kill(): Promise<void> {
    if (this.child === undefined) return;
    this.wantedEnds.add(this.child);
    await this.child.kill();
  }

  private startUnheard(): void {
    if (this.stopped) return;
    this.start().catch(() => undefined);
  }
}

async function hasEnded(child: RunningChild): Promise<boolean> {
  const exit = await Promise.race([child.exited, Promise.resolve('running')]);
  return exit !== 'running';
}
