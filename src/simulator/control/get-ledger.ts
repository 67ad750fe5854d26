import type { ControlInput, ControlResult } from './handle-control';
import { problemResult } from './problem-result';

/**
 * Rows after `?after=SEQ`, as one JSON object a line: all of them, so that no reader takes a part for the whole,
 * unless it asks for fewer with `?limit=`. Bounded by the setting `ledgerMaxRows`.
 */
export function getLedger({ engine, query }: ControlInput): ControlResult {
  const after = Number(query.get('after') ?? 0);
  const limit = Number(query.get('limit') ?? engine.ledger.nextSeq);
  if (!Number.isInteger(after) || after < 0) {
    return problemResult([{ path: 'after', message: `expected a seq, got "${query.get('after')}"` }]);
  }
  if (!Number.isInteger(limit) || limit < 1) {
    return problemResult([
      { path: 'limit', message: `expected a number of rows, got "${query.get('limit')}"` },
    ]);
  }
  engine.catchUp();
  // What somebody has read must not be lost, or its seq would be used again.
  engine.flush();
  const rows = engine.ledger.read({ after, limit });
  const body = rows.length === 0 ? '' : `${rows.join('\n')}\n`;
  return { status: 200, contentType: 'application/x-ndjson', body };
}
