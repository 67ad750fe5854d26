import { exitCodeOfCancel } from '../../../src/cli/commands/cancel';
import { EXIT_CODES } from '../../../src/cli/exit-codes';
import type { FleetOutcome } from '../../../src/client';

const { done, failed, rollbackIncomplete } = EXIT_CODES;
const outcome = (kind: FleetOutcome['kind']) => ({ kind }) as unknown as FleetOutcome;

test('a cancel ends with 0 only when nothing is left: a fleet that was ready first stands, and is billed', () => {
  expect(exitCodeOfCancel({ outcome: outcome('cancelled'), exitCode: failed })).toBe(done);
  expect(exitCodeOfCancel({ outcome: outcome('failed'), exitCode: failed })).toBe(done);
  expect(exitCodeOfCancel({ outcome: outcome('failed'), exitCode: rollbackIncomplete })).toBe(
    rollbackIncomplete,
  );
  expect(exitCodeOfCancel({ outcome: outcome('ready'), exitCode: done })).toBe(rollbackIncomplete);
  expect(exitCodeOfCancel({ outcome: outcome('ready'), exitCode: rollbackIncomplete })).toBe(
    rollbackIncomplete,
  );
});
