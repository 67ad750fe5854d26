import { findSearchAttributes, type FindSearchAttributesInput } from '../../client/find-search-attributes';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from '../../contract/search-attributes';
import { printable } from '../render/printable';
import type { CheckResult } from './check';
import { isRefusal, isUnimplemented } from './grpc-refusal';

/** Whether the namespace has the search attributes: a run that sets one which is not there stalls for ever. */
export async function checkSearchAttributes(input: FindSearchAttributesInput): Promise<CheckResult> {
  const check = 'search attributes';
  const { namespace } = input;
  try {
    const { missing, wrong } = await findSearchAttributes(input);
    if (wrong.length > 0) {
      const message = `namespace ${namespace} has attributes of our names with another type: ${wrong.join(', ')}`;
      const mend =
        'remove them (temporal operator search-attribute remove), then: lightsail-fleet init; or use another namespace';
      return { check, status: 'wrong', message, mend, fault: 'configuration' };
    }
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(', ');
      const message = `not registered in namespace ${namespace}: ${names}`;
      return { check, status: 'wrong', message, mend: 'lightsail-fleet init', fault: 'configuration' };
    }
    const names = SEARCH_ATTRIBUTE_DEFINITIONS.map(({ name }) => name).join(', ');
    return { check, status: 'ok', message: `registered: ${names}` };
  } catch (error) {
    return notListed({ check, namespace, error });
  }
}

function notListed({
  check,
  namespace,
  error,
}: {
  check: string;
  namespace: string;
  error: unknown;
}): CheckResult {
  const message = `those of namespace ${namespace} cannot be listed: ${printable((error as Error).message)}`;
  if (isUnimplemented(error)) {
    // Temporal Cloud has another API for them.
    const mend = "see that they are registered, in Temporal Cloud's console or by tcld";
    return { check, status: 'warning', message, mend };
  }
  if (isRefusal(error)) {
    const mend = 'check the credentials for this namespace (TEMPORAL_API_KEY, TEMPORAL_TLS_*)';
    return { check, status: 'wrong', message, mend, fault: 'configuration' };
  }
  return { check, status: 'wrong', message, fault: 'unreachable' };
}
