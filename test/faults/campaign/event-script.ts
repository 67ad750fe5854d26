import type { CallNotice } from '../../../src/simulator/simulator-options';
import type { Happening, PlannedEvent } from '../plan/campaign-plan';

export interface EventScriptInput {
  events: readonly PlannedEvent[];
  /** Carries out what happens; awaited before the call goes on. */
  carryOut: (what: Happening) => void | Promise<void>;
  isWorker: (accessKeyId: string | null) => boolean;
}

/** Watches the calls of the workers and the ends of fleets, and lets each planned event happen then, once. */
export class EventScript {
  private readonly counts: number[];
  private readonly happened: boolean[];

  constructor(private readonly input: EventScriptInput) {
    this.counts = input.events.map(() => 0);
    this.happened = input.events.map(() => false);
  }

  async onCall({ phase, action, accessKeyId }: CallNotice): Promise<void | 'drop'> {
    if (!this.input.isWorker(accessKeyId)) return;
    let drop = false;
    const due: Happening[] = [];
    this.input.events.forEach(({ when, what }, index) => {
      if ('ended' in when) return;
      if (when.phase !== phase || (when.action !== undefined && when.action !== action)) return;
      this.counts[index] = (this.counts[index] ?? 0) + 1;
      if (this.happened[index] === true || (this.counts[index] ?? 0) < when.nth) return;
      this.happened[index] = true;
      due.push(what);
      if (what.kind === 'kill' && what.drop === true && phase === 'received') drop = true;
    });
    for (const what of due) await this.input.carryOut(what);
    if (drop) return 'drop';
  }

  /** To be told of each fleet that has ended. */
  async onEnded(fleet: number): Promise<void> {
    const due = this.input.events.flatMap(({ when, what }, index) => {
      if (!('ended' in when) || when.ended !== fleet || this.happened[index] === true) return [];
      this.happened[index] = true;
      return [what];
    });
    for (const what of due) await this.input.carryOut(what);
  }

  /** Those whose call never came did not happen. */
  get happenings(): Happening[] {
    return this.input.events.flatMap(({ what }, index) => (this.happened[index] === true ? [what] : []));
  }
}
