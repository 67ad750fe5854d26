import type { ConnectedClient } from '../../temporal-connection';
import { printable } from '../render/printable';
import type { CheckResult } from './check';
import { isNotFound, isRefusal } from './grpc-refusal';

/** A list that a person reads. */
const SHOWN_NAMESPACES = 20;

const SECONDS_A_DAY = 86_400;

export type NamespaceConnection = Pick<ConnectedClient, 'namespace' | 'place'> & {
  connection: Pick<ConnectedClient['connection'], 'workflowService'>;
};

/** Whether the namespace is there; where it is not, which are. */
export async function checkNamespace(connected: NamespaceConnection): Promise<CheckResult> {
  const check = 'namespace';
  const { connection, namespace, place } = connected;
  const which = `${namespace} (from ${place.namespaceFrom})`;
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    const seconds = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
    const days = Math.round((10 * seconds) / SECONDS_A_DAY) / 10;
    const kept = seconds > 0 ? `${String(days)} day${days === 1 ? '' : 's'}` : 'for ever';
    return { check, status: 'ok', message: `${which} is there; ended runs are kept ${kept}` };
  } catch (error) {
    if (isNotFound(error)) {
      const message = `${which} is not on the server`;
      const mend = await sayWhichThereAre(connected);
      return { check, status: 'wrong', message, mend, fault: 'configuration' };
    }
    const message = `${which}: ${printable((error as Error).message)}`;
    if (isRefusal(error)) {
      const mend = 'check the credentials for this namespace (TEMPORAL_API_KEY, TEMPORAL_TLS_*)';
      return { check, status: 'wrong', message, mend, fault: 'configuration' };
    }
    return { check, status: 'wrong', message, fault: 'unreachable' };
  }
}

async function sayWhichThereAre({ connection, namespace }: NamespaceConnection): Promise<string> {
  const create = `create it: temporal operator namespace create --namespace ${namespace}`;
  try {
    const { namespaces } = await connection.workflowService.listNamespaces({ pageSize: SHOWN_NAMESPACES });
    const names = (namespaces ?? [])
      .map(({ namespaceInfo }) => namespaceInfo?.name ?? '')
      .filter((name) => name !== '' && name !== 'temporal-system');
    if (names.length === 0) return create;
    return `set TEMPORAL_NAMESPACE to one that is there (${printable(names.join(', '))}), or ${create}`;
  } catch {
    return `set TEMPORAL_NAMESPACE (these credentials may not list which there are), or ${create}`;
  }
}
