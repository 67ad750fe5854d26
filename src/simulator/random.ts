import { createHash } from 'node:crypto';

/** A source of numbers in [0, 1). */
export type Random = () => number;

export interface KeyedRandomInput {
  seed: number;
  key: string;
}

/**
 * Random numbers that depend on what they are for, not on when they are asked for: two clients that race each
 * other change the order of calls, but not how long `web-03` takes. (sfc32, seeded with cyrb128; both public
 * domain, PractRand-clean for far more numbers than are drawn here.)
 */
export function keyedRandom({ seed, key }: KeyedRandomInput): Random {
  let [a, b, c, d] = hash128(`${seed}|${key}`);
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
}

function hash128(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}

/** A UUID (the form of Lightsail's ids) that is the same for the same key. */
export function keyedUuid({ seed, key }: KeyedRandomInput): string {
  const hex = createHash('sha256').update(`${seed}|${key}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
