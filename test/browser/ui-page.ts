import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { uiRunPath, type UiRunPathInput } from '../../src/contract/ui-paths';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import type { Stack } from '../support/start-stack';

/** Set to write the README's pictures anew. */
const SCREENSHOTS = process.env['FLEET_SCREENSHOTS'] === '1';

/** The UI scrolls inside: only a tall window shows a whole page. */
const viewport = { width: 1280, height: 1700 };

/** Without the UI's own menu. */
const MENU_WIDTH = 205;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Temporal's UI of one stack, in one tab of a browser. */
export class UiPage {
  private constructor(
    private readonly stack: Stack,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async open(stack: Stack, executablePath: string): Promise<UiPage> {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    return new UiPage(stack, browser, await browser.newPage({ viewport }));
  }

  get url(): string {
    return this.stack.temporal.uiUrl ?? '';
  }

  /** Not until "network idle": the page long-polls. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  async goToRun(workflowId: string, tab: UiRunPathInput['tab']): Promise<void> {
    const { runId } = await this.stack.client.workflow.getHandle(workflowId).describe();
    await this.goTo(uiRunPath({ namespace: 'default', workflowId, runId, tab: tab ?? 'history' }));
  }

  /** The current details of the run that is open. */
  get details(): FrameLocator {
    return this.page.frameLocator('iframe#user-metadata-current-details');
  }

  /** What the run was started with. */
  get summary(): FrameLocator {
    return this.page.frameLocator('iframe#user-metadata-summary');
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The page from its head down to `height`. */
  async photograph(name: string, height: number): Promise<void> {
    if (!SCREENSHOTS) return;
    const folder = join(findPackageRoot(__dirname), 'docs', 'images');
    mkdirSync(folder, { recursive: true });
    const clip = { x: MENU_WIDTH, y: 50, width: viewport.width - MENU_WIDTH, height };
    await this.page.screenshot({ path: join(folder, `${name}.png`), clip });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
