/** A call as it came over the wire, before anything was judged. */
export interface Call {
  action: string;
  region: string | null;
  accessKeyId: string | null;
  /** Of the wire: no or wrong authorization, no JSON, too large. Answered without being carried out. */
  refusal?: Error;
  request: unknown;
  /** The body as it came, for the ledger; undefined where it is no JSON. */
  requestText: string | undefined;
}

/** What the client gets to see. */
export type Delivery =
  { kind: 'answer'; delayMillis: number } | { kind: 'reset' } | { kind: 'stall'; delayMillis: number };

export interface CallAnswer {
  status: number;
  contentType: 'application/x-amz-json-1.1' | 'text/html';
  body: string;
  errorType: string | null;
  effect: string | null;
  delivery: Delivery;
}
