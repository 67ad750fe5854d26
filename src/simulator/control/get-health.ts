import type { ControlInput, ControlResult } from './handle-control';

/** Also how real and virtual time stand to each other, for whoever has to convert. */
export function getHealth({ engine }: ControlInput): ControlResult {
  return {
    status: 200,
    body: {
      status: 'ok',
      virtualNow: new Date(engine.nowMillis()).toISOString(),
      realNow: new Date(engine.realMillis()).toISOString(),
      speed: engine.state.clock.speed,
      nextSeq: engine.ledger.nextSeq,
    },
  };
}
