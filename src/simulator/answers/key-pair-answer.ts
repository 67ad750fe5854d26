import type { KeyPair } from '../state/resources';
import { resourceAnswer } from './resource-answer';

/** `KeyPair` of the API model. */
export function keyPairAnswer(keyPair: KeyPair): object {
  return Object.assign(resourceAnswer(keyPair), { fingerprint: keyPair.fingerprint });
}
