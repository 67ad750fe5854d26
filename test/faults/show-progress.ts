import type { PlayedPlan } from './campaign/play-plan';

const EVERY_SECONDS = 5;

export interface Progress {
  onPlayed: (played: PlayedPlan) => void;
  end: () => void;
}

/** A line on stderr every few seconds: how far, how fast, how long still. */
export function showProgress({ total }: { total: number }): Progress {
  const startedAt = Date.now();
  let done = 0;
  let violations = 0;
  const say = () => {
    const seconds = (Date.now() - startedAt) / 1000;
    const rate = done / seconds;
    const left = done === 0 ? '' : `, ${((total - done) / rate / 60).toFixed(1)} min left`;
    const far = `${String(done)} of ${String(total)} worlds, ${String(violations)} violations`;
    process.stderr.write(`faults: ${far}, ${rate.toFixed(2)} a second${left}\n`);
  };
  const timer = setInterval(say, EVERY_SECONDS * 1000);
  return {
    onPlayed: (played) => {
      done += 1;
      violations += played.violations.length;
    },
    end: () => {
      clearInterval(timer);
      say();
    },
  };
}
