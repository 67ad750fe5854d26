import { SCHEMA_EXAMPLES } from '../../src/contract/schema-examples';
import { renderPlan, renderRefusal } from '../../src/workflows/plan-details';
import { firstOf } from './fleet-details';

const plan = firstOf(SCHEMA_EXAMPLES.FleetPlan);

it('the details of a plan say what would be made, what it costs, and what was checked', () => {
  const text = renderPlan({ ...plan, warnings: ['old <b>snapshot</b>'] });
  expect(text).toContain('### planned: 2 instances, 10.00 USD a month');
  expect(text).toContain('Of **golden** in us-east-1a. Nothing was made.');
  expect(text).toContain('- old \\<b\\>snapshot\\</b\\>');
  expect(text).toMatch(/\|ready when\u2003\u200b\|port 22 answers, in 30 \+ 10 minutes/);
  expect(text).toMatch(/\|when the zone is full\u2003\u200b\|us-east-1b/);
  expect(text).toMatch(/\n\|Plan\u2003\u200b\|\|\n\|---\|---\|\n/);
  expect(text).toContain('- snapshot golden is available');
});

it('the details of a refused plan list each problem', () => {
  const message = '2 problems, nothing was made:\nbundleId: no bundle "x_1"\nfleet.count: expected 1 to 1000';
  const text = renderRefusal({ type: 'PreflightFailed', message });
  expect(text).toContain(
    '### PreflightFailed\n\n2 problems, nothing was made:\n\n- bundleId: no bundle "x\\_1"\n- ',
  );
});
