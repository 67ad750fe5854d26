import { existsSync } from 'node:fs';
import { createFleetClient } from '../../src/client';
import { uiListLink } from '../../src/cli/render/ui-list-link';
import { fleetRequest } from '../support/fleet-request';
import { Stack } from '../support/start-stack';
import { MARKUP, startScenes } from './scenes';
import { UiPage } from './ui-page';

/** Debian's, or another one that is named. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

let stack: Stack;
let ui: UiPage;

/** What a person looks for on each page. */
const LOOKS: Readonly<Record<string, () => Promise<void>>> = {
  'the list shows the fleets of a filter, by the link that the command prints': async () => {
    const query = 'WorkflowType = "cloneFleet" AND FleetState = "rollback-incomplete"';
    const link = uiListLink({ env: { TEMPORAL_UI_URL: ui.url }, namespace: 'default', query });
    await ui.page.goto(link ?? '');
    await ui.page.getByRole('link', { name: 'left-fleet' }).waitFor();
    expect(await ui.page.getByRole('link', { name: 'ready-fleet' }).count()).toBe(0);
  },

  'the details show the fleet as a table, with state, address and time of each instance': async () => {
    await ui.goToRun('ready-fleet', 'user-metadata');
    await ui.details.getByText('ready: 3 of 3 ready').waitFor();
    await ui.details.getByText(/3 instances of golden in us-east-1a, 15.00 USD a month/).waitFor();
    for (const name of ['ready-01', 'ready-02', 'ready-03'])
      await ui.details
        .getByRole('row', { name: new RegExp(`${name}.*ready.*198\\.18\\.\\d.*\\d s`) })
        .waitFor();
    await ui.summary.getByText('clone golden into 3 instances ready-01 … ready-03 in us-east-1a').waitFor();
    await ui.photograph('fleet-table', 1150);
    const [list] = await Promise.all([
      ui.page.waitForEvent('popup'),
      ui.details.getByRole('link', { name: 'fleets of the group' }).click(),
    ]);
    await list.getByRole('link', { name: 'ready-fleet' }).waitFor();
    await list.close();
  },

  'the timeline names every step': async () => {
    await ui.goToRun('undone-fleet', 'timeline');
    const steps = [
      'check the request and the account',
      'create 3 instances undone-01..undone-03 in us-east-1a',
      'await the operations of 3 instances undone-01..undone-03',
      'find what is ours, by tags',
      /remove undone-0\d and 2 more/,
    ];
    for (const step of steps) await ui.shows(step);
    await ui.photograph('fleet-timeline', 1050);
  },

  'what AWS said is text, never HTML or a link': async () => {
    await ui.goToRun('undoing-fleet', 'user-metadata');
    await ui.details.getByText(/rolling-back: \d of 3 instances removed/).waitFor();
    await ui.details.getByRole('cell', { name: MARKUP }).waitFor();
    expect(await ui.details.locator('td b').count()).toBe(0);
    expect(await ui.details.locator('a[href^=javascript]').count()).toBe(0);
  },

  'a fleet that was rolled back says what happened, and that nothing is left': async () => {
    await ui.goToRun('undone-fleet', 'history');
    await ui.shows(/1 of 3 instances could not be made: undone-02.*Rolled back: nothing is left/);
  },

  'a rollback that is incomplete says what is left, and the command that finishes it': async () => {
    const command = /lightsail-fleet delete left-fleet --owner [\w-]+ --region us-east-1/;
    await ui.goToRun('left-fleet', 'history');
    await ui.shows(/rollback incomplete: 1 resource is still there and billed \(left-03\)/);
    await ui.shows(command);
    await ui.photograph('fleet-failure', 700);
    await ui.goToRun('left-fleet', 'user-metadata');
    await ui.details.getByText('rollback-incomplete: 1 resource is still there, and billed').waitFor();
    await ui.details.locator('code', { hasText: command }).waitFor();
    await ui.details.getByText(/Instance left-03: DeleteInstance: The resource cannot be deleted/).waitFor();
  },

  'a step that is tried again says which, how often and why': async () => {
    await ui.goToRun('planning-fleet', 'pending-activities');
    await ui.shows('planFleet');
    await ui.shows(/InternalFailure|ServiceException|GetInstanceSnapshot/);
  },

  'a step that goes on says how far it is, and what keeps it': async () => {
    await ui.goToRun('undoing-fleet', 'pending-activities');
    await ui.shows(/remove\/1\/undoing-0\d and 2 more/);
    await ui.shows(/"why"/);
    await ui.shows(/DeleteInstance: .*AccessDenied/);
    await ui.photograph('fleet-pending', 710);
  },

  'a schedule says when it runs next, what it makes and what it is for': async () => {
    await ui.goTo('/namespaces/default/schedules/nightly');
    await ui.shows('Every day at 2:00 AM Europe/Berlin');
    await ui.shows('fresh web servers each night');
    await ui.shows('Upcoming Runs');
    await ui.shows(/"web-\{date\}-\{index\}"/);
    await ui.photograph('fleet-schedule', 1070);
    const { runs } = await createFleetClient({ client: stack.client }).schedules.get({
      scheduleId: 'nightly',
    });
    await ui.goToRun(runs[0]?.fleetId ?? '', 'user-metadata');
    await ui.summary.getByText('clone golden into 2 instances web-{date}-{index} in us-east-1a').waitFor();
  },

  'a plan and a sweep show what they found': async () => {
    const fleets = createFleetClient({ client: stack.client });
    await fleets.planFleet({ request: fleetRequest({ names: ['plan-01'] }), workflowId: 'plan' });
    await ui.goToRun('plan', 'user-metadata');
    await ui.details.getByText('planned: 1 instance, 5.00 USD a month').waitFor();
    await fleets.sweepFleets();
    await ui.goToRun('sweep/report', 'user-metadata');
    await ui.details.getByText('done: 1 group left behind').waitFor();
    await ui.details.getByRole('row', { name: /left-fleet.*survivor.*1 instance/ }).waitFor();
  },
};

const present = existsSync(CHROMIUM);
const count = String(Object.keys(LOOKS).length);
if (!present)
  process.stderr.write(`SKIPPED: ${count} browser tests, as there is no ${CHROMIUM} (set CHROMIUM_PATH)\n`);

(present ? describe : describe.skip)('the Temporal UI, in a browser', () => {
  beforeAll(async () => {
    stack = await Stack.start({ ui: true });
    await stack.startWorker();
    await startScenes(stack);
    ui = await UiPage.open(stack, CHROMIUM);
  });

  afterAll(async () => {
    await ui?.close();
    await stack?.stop();
  });

  it.each(Object.entries(LOOKS))('%s', async (_title, look) => {
    await look();
  });
});
