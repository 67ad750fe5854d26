import { defaultPayloadConverter, type Payload, type PayloadConverter } from '@temporalio/common';

/** Encodings of a codec: what carries one is data that a key or a codec is missing for, and not nonsense. */
const CODEC_ENCODINGS = /^binary\/(?:encrypted|zlib|gzip)/;

const text = new TextDecoder();

/**
 * Temporal's own converter, but for input that nobody can read: a payload of an unknown encoding, or one that
 * claims to be JSON and is not. The SDK would fail the workflow task for ever while the run shows Running; here
 * the input becomes a value that the plan refuses by name, so that the run fails with `InvalidRequest`.
 * An encoded payload is left to fail its task: it can be read once the worker has the key.
 */
export const payloadConverter: PayloadConverter = {
  toPayload: (value, ...rest) => defaultPayloadConverter.toPayload(value, ...rest),
  fromPayload<T>(payload: Payload): T {
    try {
      return defaultPayloadConverter.fromPayload<T>(payload);
    } catch (error) {
      const encoding = text.decode(payload.metadata?.['encoding'] ?? new Uint8Array());
      if (CODEC_ENCODINGS.test(encoding)) throw error;
      return { unreadablePayload: `encoding ${JSON.stringify(encoding)}` } as T;
    }
  },
};
