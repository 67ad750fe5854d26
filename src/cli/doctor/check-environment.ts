import { readConfig, type Config } from '../../config';
import type { CheckResult } from './check';

export interface CheckEnvironmentResult {
  result: CheckResult;
  config?: Config | undefined;
}

/** Our own variables: every problem at once, secret values hidden. */
export function checkEnvironment({ env }: { env: NodeJS.ProcessEnv }): CheckEnvironmentResult {
  const check = 'environment';
  try {
    const config = readConfig(env);
    const message = `FLEET_*, AWS_REGION and LOG_LEVEL can be used; the task queue is ${config.taskQueue}`;
    return { result: { check, status: 'ok', message }, config };
  } catch (error) {
    const { problems = [(error as Error).message] } = error as { problems?: string[] };
    const mend = 'correct these variables, or unset them';
    return { result: { check, status: 'wrong', message: problems.join('; '), mend, fault: 'configuration' } };
  }
}
