import { FLEET_STATES } from '../../contract/fleet-states';
import { SCHEMA_NAMES } from '../../contract/schema-names';

const OVERLAPS = ['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow-all'];

/**
 * Values that their own parsers know: those name the flag, what was expected and what came, which commander's `choices`
 * would say in other words. A test holds that each of these flags is there, and takes each of its values.
 */
export const VALUES_OF_FLAGS: Partial<Record<string, readonly string[]>> = {
  '--state': FLEET_STATES,
  '--overlap': OVERLAPS,
  '--on-failure': ['rollback', 'keep'],
  '--wait-for': ['operation', 'running', 'port:22'],
  '--ip-address-type': ['dualstack', 'ipv4', 'ipv6'],
};

export const VALUES_OF_OPERANDS: Partial<Record<string, readonly string[]>> = {
  schema: Object.keys(SCHEMA_NAMES),
  completion: ['bash', 'zsh', 'fish'],
};
