import type { Engine } from './engine';

/** Rows of reads are on the disk after this long, whatever happens. */
const FLUSH_MILLIS = 50;

export interface DueTimer {
  /** To be called after whatever may have brought the next event closer. */
  reschedule(): void;
  close(): void;
}

/** Lets things happen on time when nobody calls, so that the ledger has them when they are due. */
export function startDueTimer({ engine }: { engine: Engine }): DueTimer {
  let timer: NodeJS.Timeout | undefined;
  const reschedule = (): void => {
    clearTimeout(timer);
    const delay = engine.nextDueDelay();
    timer = delay === undefined ? undefined : setTimeout(fire, delay);
  };
  const fire = (): void => {
    engine.catchUp();
    reschedule();
  };
  const flush = setInterval(() => engine.flush(), FLUSH_MILLIS);
  flush.unref();
  reschedule();
  return {
    reschedule,
    close: () => {
      clearTimeout(timer);
      clearInterval(flush);
    },
  };
}
