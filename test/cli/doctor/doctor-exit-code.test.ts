import type { CheckResult } from '../../../src/cli/doctor/check';
import { doctorExitCode } from '../../../src/cli/doctor/doctor-exit-code';
import { checkLines, checkSummary } from '../../../src/cli/render/check-lines';
import { createStyle } from '../../../src/cli/render/style';

const one = (status: CheckResult['status'], fault?: CheckResult['fault']): CheckResult => ({
  check: 'x',
  status,
  message: 'y',
  fault,
});

test.each<[number, CheckResult[]]>([
  [0, [one('ok'), one('warning'), one('skipped')]],
  [4, [one('ok'), one('wrong', 'unreachable')]],
  [2, [one('wrong', 'unreachable'), one('wrong', 'configuration')]],
])('ends with %s', (exitCode, results) => {
  expect(doctorExitCode(results)).toBe(exitCode);
});

describe('a line', () => {
  const style = createStyle({ color: false });
  const message = 'not registered in namespace fleets: FleetState';
  const given = {
    check: 'search attributes',
    status: 'wrong',
    message,
    mend: 'lightsail-fleet init',
  } as const;

  it('is one where it goes to a program', () => {
    expect(checkLines({ ...given, width: Infinity, style })).toEqual([
      `wrong    search attributes: ${message}. To mend it: lightsail-fleet init`,
    ]);
  });

  it('is wrapped on a narrow terminal', () => {
    const lines = checkLines({ ...given, width: 40, style });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  });
});

test('the last line counts', () => {
  expect(checkSummary([one('ok'), one('warning'), one('wrong')])).toBe(
    '3 checks: 1 ok, 1 warning, 1 wrong, 0 skipped',
  );
});
