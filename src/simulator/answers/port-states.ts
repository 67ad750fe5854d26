import type { Platform } from '../world/bundles';

/** The default firewall, which a clone gets: custom rules of its source are not copied (AWS's documentation). */
const DEFAULT_PORTS: Readonly<Record<Platform, readonly (readonly [port: number, name: string])[]>> = {
  LINUX_UNIX: [
    [22, 'SSH'],
    [80, 'HTTP'],
  ],
  WINDOWS: [
    [80, 'HTTP'],
    [3389, 'RDP'],
  ],
};

/** Made once: a page of instances holds a hundred of them. */
const PORT_STATES = { LINUX_UNIX: makePortStates('LINUX_UNIX'), WINDOWS: makePortStates('WINDOWS') };
const PORT_INFOS = { LINUX_UNIX: makePortInfos('LINUX_UNIX'), WINDOWS: makePortInfos('WINDOWS') };

/** `InstancePortState` of the API model. */
export function portStates(platform: Platform): readonly object[] {
  return PORT_STATES[platform];
}

/** `InstancePortInfo` of the API model. */
export function portInfos(platform: Platform): readonly object[] {
  return PORT_INFOS[platform];
}

function makePortStates(platform: Platform): readonly object[] {
  return DEFAULT_PORTS[platform].map(([port]) => ({
    fromPort: port,
    toPort: port,
    protocol: 'tcp',
    state: 'open',
    cidrs: ['0.0.0.0/0'],
    ipv6Cidrs: ['::/0'],
    cidrListAliases: [],
  }));
}

function makePortInfos(platform: Platform): readonly object[] {
  return DEFAULT_PORTS[platform].map(([port, commonName]) => ({
    fromPort: port,
    toPort: port,
    protocol: 'tcp',
    accessFrom: 'Anywhere (0.0.0.0/0 and ::/0)',
    accessType: 'Public',
    commonName,
    accessDirection: 'inbound',
    cidrs: ['0.0.0.0/0'],
    ipv6Cidrs: ['::/0'],
    cidrListAliases: [],
  }));
}
