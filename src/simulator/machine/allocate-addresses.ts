import type { Settings } from '../settings';
import type { Draft } from '../state/draft';

/** 198.18.0.0/15 is set aside for benchmarks (RFC 2544): nobody is met there by accident. */
const PUBLIC_BLOCK = (198 << 24) | (18 << 16);
const PUBLIC_BLOCK_SIZE = 1 << 17;
/** 172.26.0.0/16 is what Lightsail's instances show as private addresses. */
const PRIVATE_BLOCK_SIZE = 1 << 16;

export interface Addresses {
  publicIpAddress: string;
  privateIpAddress: string;
  /** From 2001:db8::/32, the documentation block (RFC 3849). */
  ipv6Address: string;
}

export function allocateAddresses({ draft, settings }: { draft: Draft; settings: Settings }): Addresses {
  const number = draft.addressNumber();
  const publicNumber = (PUBLIC_BLOCK + 1 + (number % (PUBLIC_BLOCK_SIZE - 2))) >>> 0;
  const privateNumber = number % PRIVATE_BLOCK_SIZE;
  const high = ((number >>> 16) & 0xffff).toString(16);
  const low = (number & 0xffff).toString(16);
  return {
    publicIpAddress: settings.publicIpAddress ?? dotted(publicNumber),
    privateIpAddress: `172.26.${privateNumber >> 8}.${privateNumber & 255}`,
    ipv6Address: `2001:db8:0:0:0:0:${high}:${low}`,
  };
}

function dotted(number: number): string {
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255].join('.');
}
