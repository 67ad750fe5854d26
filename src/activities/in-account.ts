import { hostname } from 'node:os';
import { ApplicationFailure, Context } from '@temporalio/activity';
import type { FleetAccount, FleetOwnership } from '../contract/fleet-account';
import type { FailureType, FleetFailureDetails } from '../contract/failures';
import { accountOfArn } from '../lightsail/account-of-arn';
import type { LightsailApi } from '../lightsail/lightsail-api';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';

/** Another worker of the task queue may reach the right account: it gets the next attempt, or the one after. */
const RETRY_DELAY = '10 seconds';

/** About two minutes, where the activity has no time limit of its own: that of a create is for other reasons. */
const MAX_ATTEMPTS = 12;

/**
 * By the wall clock. An attempt that asked for longer was frozen, or has been given to another worker: what it would do next
 * starts from a window of its own (decision 0017), which must not begin so late. The next attempt knows the answer.
 */
const LONGEST_QUESTION_MILLIS = 10_000;

type InRegion = FleetOwnership & {
  region: string;
  /** Until then a wait, or an undo, is worth another attempt. */
  deadline?: string;
  outlastRefusalsUntil?: string | undefined;
  /** The same, until the deadline. */
  outlastRefusals?: boolean | undefined;
};
type Activity<Input, Result> = (dependencies: ActivityDependencies, input: Input) => Promise<Result>;

/**
 * The activity, for workers whose calls reach the account that the fleet was planned in. To any other one all names
 * are free and everything is gone: it would make the fleet twice, and then tell that nothing is left of it.
 */
export function inAccount<Input extends InRegion, Result>(
  dependencies: ActivityDependencies,
  activity: Activity<Input, Result>,
): (input: Input) => Promise<Result> {
  return async (input) => {
    const { fleetId, deadline, outlastRefusals, outlastRefusalsUntil } = input;
    // What the activity outlasts, its first question does, too: a rollback must not end by being refused here.
    const until = outlastRefusalsUntil ?? (outlastRefusals === true ? deadline : undefined);
    const begunAt = Date.now();
    const ask = () => heartbeating(() => requireAccount(dependencies, input));
    await inFleetTerms(fleetId, ask, { outlastRefusalsUntil: until });
    if (Date.now() - begunAt > LONGEST_QUESTION_MILLIS) throw tookTooLong();
    return activity(dependencies, input);
  };
}

async function requireAccount(dependencies: ActivityDependencies, input: InRegion): Promise<void> {
  const { account, region, fleetId } = input;
  if (account === undefined) return;
  const { knownAccounts } = dependencies;
  const api = dependencies.lightsail(region);
  if (knownAccounts.recent(region) === account.accountId) return;
  const arn = await readAnyArn({ api, account });
  knownAccounts.note({ region, arn });
  const reached = accountOfArn(arn);
  if (reached === account.accountId) return;
  throw ApplicationFailure.create({
    type: 'AccessDenied' satisfies FailureType,
    message: describeMismatch({ account, region, reached }),
    details: [{ fleetId, region, errorKind: 'denied' } satisfies FleetFailureDetails],
    nextRetryDelay: RETRY_DELAY,
    nonRetryable: !isWorthAnotherAttempt(input),
  });
}

function tookTooLong(): ApplicationFailure {
  const message = `to see which AWS account these credentials reach took longer than ${String(LONGEST_QUESTION_MILLIS / 1000)} s: the next attempt goes on`;
  const type: FailureType = 'DeadlineExceeded';
  return ApplicationFailure.create({ type, message, nextRetryDelay: '1 second' });
}

function isWorthAnotherAttempt({ outlastRefusalsUntil, deadline }: InRegion): boolean {
  const until = outlastRefusalsUntil ?? deadline;
  return until === undefined ? Context.current().info.attempt < MAX_ATTEMPTS : Date.now() < Date.parse(until);
}

/** An ARN of something in the account, the source of the fleet first: it is there in the right one. */
async function readAnyArn({
  api,
  account,
}: {
  api: LightsailApi;
  account: FleetAccount;
}): Promise<string | undefined> {
  const { instanceSnapshotName, instanceName } = account;
  const signal = Context.current().cancellationSignal;
  const source =
    instanceSnapshotName === undefined
      ? await api.getInstance({ instanceName: instanceName ?? '' }, { signal })
      : await api.getInstanceSnapshot({ instanceSnapshotName }, { signal });
  if (source?.arn !== undefined) return source.arn;
  const instances = await api.getInstances({}, { signal });
  const instance = instances.items.find(({ arn }) => arn !== undefined);
  if (instance !== undefined) return instance.arn;
  const keyPairs = await api.getKeyPairs({}, { signal });
  return keyPairs.items.find(({ arn }) => arn !== undefined)?.arn;
}

function describeMismatch({
  account,
  region,
  reached,
}: {
  account: FleetAccount;
  region: string;
  reached: string | undefined;
}): string {
  const { accountId, instanceSnapshotName, instanceName } = account;
  const worker = `the worker ${String(process.pid)}@${hostname()}`;
  const source = instanceSnapshotName ?? instanceName ?? '';
  const found =
    reached === undefined
      ? `nothing that ${worker} sees in ${region} tells which AWS account it reaches (no ${source}, no instance, no key pair)`
      : `the credentials of ${worker} reach the AWS account ${reached}`;
  return `${found}, and the fleet was planned in ${accountId}: this step touched nothing. Stop workers of other accounts on this task queue (FLEET_TASK_QUEUE) and run one of ${accountId}, before anything else: delete looks in the account of its worker, too`;
}
