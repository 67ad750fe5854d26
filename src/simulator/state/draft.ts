import { keyedUuid } from '../random';
import type { Change } from './change';
import type { DueEvent, HiddenCreate, TransitionEvent } from './due-event';
import type { Operation, Resource } from './resources';
import { accountIdOf, type Counters, type SimulatorState } from './simulator-state';

/**
 * Collects the changes that one call or one event asks for, without making any: if the call is refused half
 * way, the draft is dropped and nothing has happened.
 */
export class Draft {
  private readonly changes: Change[] = [];
  private readonly counters: Counters;
  private counted = false;

  constructor(private readonly state: SimulatorState) {
    this.counters = { ...state.counters };
  }

  get accountId(): string {
    return accountIdOf(this.state);
  }

  put(resource: Resource): void {
    this.changes.push({ kind: 'put', resource });
  }

  remove({ region, name }: { region: string; name: string }): void {
    this.changes.push({ kind: 'remove', region, name });
  }

  putOperation(operation: Operation): void {
    this.changes.push({ kind: 'put-operation', operation });
  }

  hide(hidden: HiddenCreate): void {
    this.changes.push({ kind: 'hide', hidden });
  }

  reveal({ region, name }: { region: string; name: string }): void {
    this.changes.push({ kind: 'reveal', region, name });
  }

  fired({ id }: DueEvent): void {
    this.changes.push({ kind: 'fired', id });
  }

  schedule({ dueMillis, event }: { dueMillis: number; event: TransitionEvent }): void {
    this.changes.push({
      kind: 'schedule',
      due: { id: this.next('dueId'), dueMillis: Math.round(dueMillis), event },
    });
  }

  serial(): number {
    return this.next('serial');
  }

  addressNumber(): number {
    return this.next('address');
  }

  /** Unique for ever in this world, and the same when the same calls are made again. */
  uuid(purpose: string): string {
    return keyedUuid({ seed: this.state.seed, key: `${purpose}|${this.next('serial')}` });
  }

  finish(): Change[] {
    if (this.counted) this.changes.push({ kind: 'count', counters: { ...this.counters } });
    return this.changes;
  }

  private next(counter: keyof Counters): number {
    this.counted = true;
    return ++this.counters[counter];
  }
}
