import { createWindow } from '../../src/workflows/create-window';

describe('the window of creates', () => {
  it('lets so many run at once, in the order given, also past one that fails', async () => {
    const window = createWindow(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const work = (index: number) =>
      window(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        if (index === 1) throw new Error('refused');
        return index;
      });
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map(work));
    expect(started).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
