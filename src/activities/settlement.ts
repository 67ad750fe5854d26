import type { Instance, Operation } from '@aws-sdk/client-lightsail';
import { Context, log } from '@temporalio/activity';
import type { CreatedInstance, CreateInstancesInput } from '../contract/activities';
import { isOwnedBy } from '../contract/tags';
import type { ErrorKind } from '../lightsail/error-kind';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { createOperationOf } from './create-operation-of';
import { finalFailure } from './fleet-errors';
import { readInstances } from './read-instances';
import { pause } from './wait-signal';

/**
 * How long absent names are looked for before they are created again, seconds. Names are unique, so a repeat can
 * at worst be refused; the wait only saves that refusal. Never longer than the settling time itself.
 */
const RECREATE_AFTER_SECONDS = 10;

/** Between two looks while an outcome settles. */
const LOOK_AGAIN_SECONDS = 2;

/**
 * Refusals that are met while a call is carried out, and not when it is judged. Nobody documents that none of its names
 * was made then, so they are looked for, as long as reads may lag behind: undo removes what is found.
 */
const EXECUTED_KINDS: ReadonlySet<ErrorKind> = new Set(['quota', 'capacity']);

export interface SettlementInput extends CreateInstancesInput {
  api: LightsailApi;
  settleSeconds: number;
}

/** What is known of one batch's create: which names are made, which are missing, and whether that is certain. */
export class Settlement {
  readonly created: CreatedInstance[] = [];
  missing: string[];
  /** True as long as every answer was definite and none of them made anything. */
  nothingMade = true;
  /** When the last outcome was unknown. Its call may still land, once the names that it asks for are free again. */
  unknownSince: string | undefined;
  /** Set while an outcome is unknown: how long, in milliseconds, the missing names are looked for. */
  private patienceMillis: number | undefined;

  constructor(private readonly input: SettlementInput) {
    this.missing = input.instanceNames;
  }

  /** A create was sent and nobody knows what became of it. */
  outcomeUnknown(): void {
    this.nothingMade = false;
    this.unknownSince = new Date().toISOString();
    this.patienceMillis = this.shortPatienceMillis;
  }

  recordOperations(operations: Operation[]): void {
    this.nothingMade = false;
    const ids = new Map(operations.map((operation) => [operation.resourceName, operation.id]));
    for (const name of this.missing.filter((missing) => ids.has(missing))) {
      this.created.push({ name, operationId: ids.get(name), adopted: false });
    }
    this.missing = this.missing.filter((name) => !ids.has(name));
    if (this.missing.length > 0) this.outcomeUnknown();
  }

  /**
   * Takes in why a create was refused, and answers whether to go on. A name in use may be ours, from an answer
   * that was lost; then it is adopted, at once or when it appears.
   */
  async recordRefusal(kind: ErrorKind): Promise<'go-on' | 'give-up'> {
    // "Could not be executed" does not say that none of it was.
    if (kind === 'ambiguous' || kind === 'transition') {
      this.outcomeUnknown();
      return 'go-on';
    }
    if (EXECUTED_KINDS.has(kind)) await this.lookForSome();
    if (kind !== 'name-in-use') return 'give-up';
    const before = this.missing.length;
    await this.look();
    if (this.missing.length < before) return 'go-on';
    // Taken, yet no instance: a disk or the like of somebody else's, unless one of ours is still to appear.
    if (this.nothingMade) return 'give-up';
    this.patienceMillis = this.input.settleSeconds * 1000;
    await this.settle();
    return this.missing.length < before ? 'go-on' : 'give-up';
  }

  /** Reads the missing names back until each is ours, or has been absent for long enough. */
  async settle(): Promise<void> {
    if (this.patienceMillis === undefined) return;
    const until = Date.now() + this.patienceMillis;
    for (;;) {
      await this.look();
      if (this.missing.length === 0 || Date.now() >= until) break;
      const seconds = Math.min(LOOK_AGAIN_SECONDS, this.input.settleSeconds / 30);
      await pause({ seconds, signal: Context.current().cancellationSignal });
    }
    this.patienceMillis = undefined;
  }

  /** What was made of a call that was refused half way. Until that is known, nobody says that nothing was. */
  private async lookForSome(): Promise<void> {
    const { nothingMade, missing } = this;
    this.nothingMade = false;
    this.patienceMillis = this.shortPatienceMillis;
    await this.settle();
    this.nothingMade = nothingMade && this.missing.length === missing.length;
  }

  private get shortPatienceMillis(): number {
    return Math.min(RECREATE_AFTER_SECONDS, this.input.settleSeconds / 6) * 1000;
  }

  private async look(): Promise<void> {
    const { api, ownerId, region, fleetId } = this.input;
    const found = await readInstances({
      api,
      instanceNames: this.missing,
      signal: Context.current().cancellationSignal,
    });
    const ours = [...found.values()].filter((instance) => isOwnedBy(instance.tags, ownerId));
    await Promise.all(ours.map((instance) => this.adopt(instance)));
    const foreign = [...found.keys()].filter((name) => this.missing.includes(name));
    if (foreign.length === 0) return;
    throw finalFailure({
      type: 'NameInUse',
      message: `${foreign.join(', ')}: in use by an instance that is not of this fleet. It was left alone; choose other names`,
      details: {
        fleetId,
        region,
        instances: foreign.map((name) => ({
          name,
          message: 'in use by an instance that is not of this fleet',
        })),
        ...(this.nothingMade ? { nothingMade: true } : {}),
      },
    });
  }

  private async adopt(instance: Instance): Promise<void> {
    const name = instance.name ?? '';
    const operationId = (await createOperationOf({ api: this.input.api, instance }))?.id;
    this.nothingMade = false;
    this.created.push({ name, operationId, adopted: true });
    this.missing = this.missing.filter((missing) => missing !== name);
    log.info('instance adopted: it is ours, its create answer was lost', { name, operationId });
  }
}
