import { changeSpeed, realDelay, virtualNow } from '../../src/simulator/clock';

describe('virtual time', () => {
  const anchor = { virtualMillis: 1_000_000, realMillis: 500, speed: 10 };

  it('runs as many times as fast as its speed says', () => {
    expect(virtualNow({ anchor, realMillis: 600 })).toBe(1_001_000);
  });

  it('neither jumps nor turns back when its speed changes', () => {
    const changed = changeSpeed({ anchor, realMillis: 600, speed: 0.5 });
    expect(virtualNow({ anchor: changed, realMillis: 600 })).toBe(1_001_000);
    expect(virtualNow({ anchor: changed, realMillis: 800 })).toBe(1_001_100);
  });

  it("does not run backwards with the machine's clock", () => {
    expect(virtualNow({ anchor, realMillis: 0 })).toBe(1_000_000);
  });

  it('says how long to wait for something, or that waiting is no use', () => {
    expect(realDelay({ anchor, realMillis: 600, dueMillis: 1_002_000 })).toBe(100);
    expect(realDelay({ anchor, realMillis: 600, dueMillis: 0 })).toBe(0);
    expect(
      realDelay({ anchor: { ...anchor, speed: 0 }, realMillis: 600, dueMillis: 2_000_000 }),
    ).toBeUndefined();
  });
});
