import { CancellationScope } from '@temporalio/workflow';

/**
 * Runs all at once. The first that fails cancels the others, and all are waited for before its failure goes on: nothing
 * may still be creating while undo deletes, and a stray rejection would fail the workflow task.
 */
export async function allDone<Result>(work: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const scope = new CancellationScope({ cancellable: true });
  const failures: unknown[] = [];
  const run = async (one: () => Promise<Result>) => {
    try {
      return await one();
    } catch (error) {
      failures.push(error);
      scope.cancel();
      throw error;
    }
  };
  const settled = await scope.run(() => Promise.allSettled(work.map(run)));
  if (failures.length > 0) throw failures[0];
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
