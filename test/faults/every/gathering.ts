import type { CallNotice } from '../../../src/simulator/simulator-options';

/** Where in a call the world stands still. */
export type Moment =
  /** It never reached AWS. */
  | 'lost'
  /** It is carried out after what happens. */
  | 'before'
  /** It is carried out, and its answer is not on its way yet. */
  | 'after';

export interface Point {
  region: string;
  action: string;
  nth: number;
  moment: Moment;
}

export interface GatheringInput {
  /** One for each Region. */
  points: readonly Point[];
  isWorker: (accessKeyId: string | null) => boolean;
  /** What happens, once, to all of them at the same time. Awaited before their calls go on. */
  happen: () => Promise<void>;
}

/** Calls come within seconds of each other; one that does not come holds up the others so long, seconds. */
const WAIT_SECONDS = 8;

/**
 * No call is held longer. A worker gives a write up after 30 s and sends it again; the first one would then land later
 * than the settling time of these worlds, for which undo looks.
 */
const LONGEST_HOLD_SECONDS = 20;

/**
 * Holds a call of each Region where its point says, until all have come; then lets something happen, and lets them go.
 * So one kill strikes as many runs as there are Regions, each at a call of its own choosing.
 */
export class Gathering {
  private readonly counts = new Map<string, number>();
  private readonly here = new Set<string>();
  private release: () => void = () => undefined;
  private readonly released = new Promise<void>((resolve) => (this.release = resolve));
  private timer: NodeJS.Timeout | undefined;
  private holdUntil: number | undefined;
  private isOver = false;

  constructor(private readonly input: GatheringInput) {}

  /** Those whose call came before it happened. */
  get reached(): readonly Point[] {
    return this.input.points.filter(({ region }) => this.here.has(region));
  }

  async onCall({ phase, region, action, accessKeyId }: CallNotice): Promise<void | 'drop'> {
    if (this.isOver || !this.input.isWorker(accessKeyId)) return;
    const point = this.input.points.find((one) => one.region === region);
    if (point === undefined || point.action !== action) return;
    if (phase !== (point.moment === 'after' ? 'recorded' : 'received')) return;
    const count = (this.counts.get(point.region) ?? 0) + 1;
    this.counts.set(point.region, count);
    if (count !== point.nth) return;
    this.arrive(point);
    await this.released;
    if (point.moment === 'lost') return 'drop';
  }

  private arrive({ region }: Point): void {
    this.here.add(region);
    clearTimeout(this.timer);
    this.holdUntil ??= Date.now() + LONGEST_HOLD_SECONDS * 1000;
    const waitMillis = Math.min(WAIT_SECONDS * 1000, this.holdUntil - Date.now());
    if (this.here.size === this.input.points.length) void this.happen();
    else this.timer = setTimeout(() => void this.happen(), waitMillis);
  }

  private async happen(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    try {
      await this.input.happen();
    } finally {
      this.release();
    }
  }
}
