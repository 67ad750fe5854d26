import {
  CancellationScope,
  CancelledFailure,
  condition,
  defineUpdate,
  setHandler,
} from '@temporalio/workflow';
import type { FleetPlan } from '../contract/fleet-plan';
import { AWAIT_PLAN_UPDATE, PROGRESS_QUERY } from '../contract/names';

const awaitPlanUpdate = defineUpdate<FleetPlan>(AWAIT_PLAN_UPDATE);

/** Each answer is written into history, whose 50 MB it must not use up: the server would terminate the run. */
const MAX_PLAN_ANSWERS = 50;

/** The update `awaitPlan`: answers with the plan, or is rejected with what refused the request. */
export function announcePlan() {
  let outcome: { plan: FleetPlan } | { failure: Error } | undefined;
  let answers = 0;
  setHandler(
    awaitPlanUpdate,
    () =>
      CancellationScope.nonCancellable(async () => {
        answers += 1;
        await condition(() => outcome !== undefined);
        if (outcome === undefined || 'failure' in outcome)
          throw outcome?.failure ?? new CancelledFailure('no plan');
        return outcome.plan;
      }),
    {
      description: 'Waits for the plan; rejected with InvalidRequest or PreflightFailed.',
      validator: () => {
        if (answers >= MAX_PLAN_ANSWERS)
          throw new Error(`the plan was asked for ${String(answers)} times: query ${PROGRESS_QUERY}`);
      },
    },
  );
  return {
    resolve: (plan: FleetPlan) => {
      outcome ??= { plan };
    },
    reject: (failure: Error) => {
      outcome ??= { failure };
    },
  };
}
