import { AwsError } from '../errors/aws-error';
import type { OperationName } from '../operations/operation-names';
import type { RegionState } from '../state/simulator-state';
import { callContext } from './call-context';
import type { Credential } from './credential-schema';
import { evaluatePolicy } from './evaluate-policy';

export interface AuthorizeInput {
  /** Of the world; undefined where every key may do everything. */
  credentials: readonly Credential[] | undefined;
  accessKeyId: string | null;
  region: RegionState;
  action: OperationName;
  request: unknown;
  accountId: string;
}

/** Throws AWS's AccessDeniedException where the policy of who calls does not allow it. */
export function authorize({ credentials, accessKeyId, ...call }: AuthorizeInput): void {
  const policy = credentials?.find((credential) => credential.accessKeyId === accessKeyId)?.policy;
  if (policy === undefined) return;
  const action = `lightsail:${call.action}`;
  const { resourceArn, values } = callContext(call);
  const decision = evaluatePolicy({ policy, action, resourceArn, context: values });
  if (decision === 'allowed') return;
  const why =
    decision === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const message = `User: arn:aws:iam::${call.accountId}:user/${accessKeyId} is not authorized to perform: ${action} on resource: ${resourceArn} ${why}`;
  throw new AwsError({ type: 'AccessDeniedException', message });
}
