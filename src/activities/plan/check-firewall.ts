import type { Instance } from '@aws-sdk/client-lightsail';
import type { SourceFacts } from './source-facts';
import { passed, type PlanCheck } from './plan-check';
import type { RegionListing } from './read-region';

/** Ports that a new instance opens (Lightsail guide, "Firewalls", default rules). */
const DEFAULT_PORTS = { LINUX_UNIX: ['tcp 22', 'tcp 80'], WINDOWS: ['tcp 80', 'tcp 3389'] } as const;

export interface CheckFirewallInput {
  source: SourceFacts;
  listing: Pick<RegionListing, 'instances'>;
}

/** Custom firewall rules are not part of a snapshot: a clone opens the default ports only (Lightsail guide). */
export function checkFirewall({ source, listing }: CheckFirewallInput): PlanCheck {
  const defaults: readonly string[] = DEFAULT_PORTS[source.platform];
  const gets = `each clone opens ${defaults.join(' and ')} only`;
  const origin = listing.instances.find(({ name }) => name === source.fromInstanceName);
  if (origin === undefined) {
    return {
      ...passed('', undefined),
      warnings: [`custom firewall rules are not copied: ${gets}`],
    };
  }
  const missing = openPorts(origin).filter((port) => !defaults.includes(port));
  if (missing.length === 0) return passed('', undefined);
  const name = origin.name ?? '';
  return {
    ...passed('', undefined),
    warnings: [`${name} also opens ${missing.join(', ')}, and firewall rules are not copied: ${gets}`],
  };
}

function openPorts({ networking }: Instance): string[] {
  return (networking?.ports ?? []).map(({ protocol, fromPort, toPort }) => {
    const range = fromPort === toPort ? String(fromPort) : `${String(fromPort)}-${String(toPort)}`;
    return `${protocol ?? 'tcp'} ${range}`;
  });
}
