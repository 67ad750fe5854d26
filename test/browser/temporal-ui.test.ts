import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { fleetRequest } from '../support/fleet-request';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import { Stack } from '../support/start-stack';

/** Debian's, or another one that is named. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
if (!present)
  process.stderr.write(`SKIPPED: the browser tests, as there is no ${CHROMIUM} (set CHROMIUM_PATH)\n`);

/** Set to write the README's pictures anew. */
const SCREENSHOTS = process.env['FLEET_SCREENSHOTS'] === '1';

/** The UI scrolls inside: only a tall window shows a whole page. */
const viewport = { width: 1280, height: 1500 };

let stack: Stack;
let browser: Browser;
let page: Page;

async function open(fleet: RunningFleet, tab: string): Promise<void> {
  const { runId } = await stack.client.workflow.getHandle(fleet.id).describe();
  // Not "network idle": the page long-polls.
  await page.goto(`${stack.temporal.uiUrl ?? ''}/namespaces/default/workflows/${fleet.id}/${runId}/${tab}`);
}

async function photograph(name: string): Promise<void> {
  if (!SCREENSHOTS) return;
  const folder = join(findPackageRoot(__dirname), 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${name}.png`),
    clip: { x: 0, y: 0, width: 1280, height: 900 },
  });
}

(present ? describe : describe.skip)('the Temporal UI, in a browser', () => {
  beforeAll(async () => {
    stack = await Stack.start({ ui: true });
    await stack.startWorker();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage({ viewport });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  afterEach(async () => {
    await stack.control.reset();
  });

  it('shows the fleet as a table, with state and address of each instance', async () => {
    const fleet = await startFleet(stack, fleetRequest(), 'web-fleet');
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    await open(fleet, 'user-metadata');
    const frame = page.frameLocator('iframe[title=output]').last();
    await frame.getByText('ready: 3 of 3 ready').waitFor();
    for (const name of ['web-01', 'web-02', 'web-03']) await frame.getByRole('cell', { name }).waitFor();
    expect(await frame.getByRole('cell', { name: /^ready/ }).count()).toBe(3);
    await photograph('fleet-table');
  });

  it('shows a summary for every activity of the run', async () => {
    const fleet = await startFleet(stack, fleetRequest(), 'summaries');
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    await open(fleet, 'history');
    const summaries = [
      'check the request and the account',
      'create 3 instances web-01..web-03',
      'await the operations of 3 instances web-01..web-03',
      'await 3 instances web-01..web-03 to be usable',
    ];
    for (const summary of summaries) await page.getByText(summary).first().waitFor();
    await photograph('fleet-history');
  });

  it('shows a failure that says what happened and what is left', async () => {
    await stack.control.putFaults([
      { name: 'web-02', effect: 'operation-fails', errorCode: 'InternalError' },
    ]);
    const fleet = await startFleet(stack, fleetRequest(), 'failed-fleet');
    expect(await fleet.outcome()).toMatchObject({ status: 'failed' });
    await open(fleet, 'history');
    await page
      .getByText(/1 of 3 instances could not be made: web-02.*Rolled back: nothing is left/)
      .first()
      .waitFor();
    await photograph('fleet-failure');
  });

  it('shows what AWS said as text, never as HTML or a link', async () => {
    const errorDetails = '<b>bold</b> & [link](javascript:alert(1)) | a_b_c';
    await stack.control.putFaults([{ name: 'web-02', effect: 'operation-fails', errorDetails }]);
    const fleet = await startFleet(stack, fleetRequest(), 'escaped');
    expect(await fleet.outcome()).toMatchObject({ status: 'failed' });
    await open(fleet, 'user-metadata');
    const frame = page.frameLocator('iframe[title=output]').last();
    await frame.getByRole('cell', { name: errorDetails }).waitFor();
    expect(await frame.locator('td b').count()).toBe(0);
    expect(await frame.locator('a[href^=javascript]').count()).toBe(0);
  });
});
