const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;

/** Answers that are held back. All of them are dropped when the simulator closes. */
export class DelayedWork {
  private readonly timers = new Set<NodeJS.Timeout>();

  after({ millis, run }: { millis: number; run: () => void }): void {
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        run();
      },
      Math.min(LONGEST_TIMER_MILLIS, millis),
    );
    this.timers.add(timer);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
