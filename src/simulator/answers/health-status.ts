import type { Instance } from '../state/resources';

/**
 * `instanceStatus` and `systemStatus` of the API model, "returned only when you set includeHealthStatus to true".
 * EC2's checks are meant to be like this: being made, passed while it runs, and not applicable otherwise.
 */
export function healthStatus({ current }: Instance): { instanceStatus: object; systemStatus: object } {
  const status = statusOf(current.state);
  return { instanceStatus: status, systemStatus: status };
}

function statusOf(state: Instance['current']['state']): object {
  if (state === 'running') return { status: 'ok', details: [{ name: 'reachability', status: 'passed' }] };
  if (state === 'pending') {
    return { status: 'initializing', details: [{ name: 'reachability', status: 'initializing' }] };
  }
  return { status: 'not-applicable', details: [] };
}
