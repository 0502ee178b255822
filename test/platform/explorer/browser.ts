import { accessSync, constants } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether the browser is there at all: a test decides by it to skip, or lets `launchBrowser` fail. */
export function browserIsInstalled(): boolean {
  try {
    accessSync(CHROMIUM, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export async function launchBrowser(): Promise<Browser> {
  if (!browserIsInstalled()) {
    throw new Error(
      `No Chromium at ${CHROMIUM}: run "apt-get update && apt-get install -y chromium fonts-noto-cjk", ` +
        'or name another Chromium in CHROMIUM_PATH.',
    );
  }
  return await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox', // containers run as root
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Answer {
  /** What stands in the result pane, from its first line to its last. */
  readonly text: string;
  /** HTTP status of the answer behind it. */
  readonly status: number;
}

/** One look at the explorer with an empty browser profile; `await using` closes it. */
export class ExplorerVisit implements AsyncDisposable {
  /** Requests to any other origin. They are refused here too: a test never leaves the machine. */
  readonly foreignRequests: string[] = [];
  /** Errors on the browser's console, the policy's refusals among them, and exceptions of the page. */
  readonly consoleErrors: string[] = [];

  readonly page: Page;
  readonly #origin: string;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  static async open(browser: Browser, address: string, locale = 'zh-CN'): Promise<ExplorerVisit> {
    const context = await browser.newContext({
      locale,
      reducedMotion: 'reduce',
      viewport: { width: 1400, height: 900 },
    });
    const visit = new ExplorerVisit(await context.newPage(), new URL(address).origin);
    try {
      await visit.#watch();
      await visit.page.goto(address);
      await visit.#tab().first().waitFor();
      await visit.#inWindow('[track-id=set_request]').waitFor();
    } catch (error) {
      await visit.close();
      throw error;
    }
    return visit;
  }

  async #watch(): Promise<void> {
    await this.page.context().route(
      (url) => url.protocol.startsWith('http') && url.origin !== this.#origin,
      async (route) => {
        this.foreignRequests.push(`${route.request().method()} ${route.request().url()}`);
        await route.abort();
      },
    );
    this.page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(this.#origin).host) this.foreignRequests.push(`WS ${socket.url()}`);
    });
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(`${message.text()} (${message.location().url})`);
    });
    this.page.on('pageerror', (error) => this.consoleErrors.push(error.message));
  }

  #tab(): Locator {
    return this.page.locator('app-window-switcher-item .window-switcher__item');
  }

  /** Windows of the other tabs may linger in the page, hidden. */
  #inWindow(selector: string): Locator {
    return this.page.locator(`app-window:not(.hide) ${selector}`);
  }

  /** Titles from left to right. */
  async tabs(): Promise<string[]> {
    const titles = await this.#tab().locator('.window-switcher__input').allInnerTexts();
    return titles.map((title) => title.trim());
  }

  async chosenTab(): Promise<string> {
    const title = await this.page.locator('.window-switcher__item--active .window-switcher__input').innerText();
    return title.trim();
  }

  async choose(title: string): Promise<void> {
    const tab = this.#tab().nth(await this.#positionOf(title));
    await tab.click();
    await this.page.waitForFunction(
      (element) => element?.classList.contains('window-switcher__item--active'),
      await tab.elementHandle(),
    );
  }

  async #positionOf(title: string): Promise<number> {
    const titles = await this.tabs();
    const position = titles.indexOf(title);
    if (position < 0) throw new Error(`No tab "${title}" among: ${titles.join(' | ')}`);
    return position;
  }

  /** The query that stands in the editor of the chosen tab. */
  async query(): Promise<string> {
    return await textOf(this.#inWindow('app-query-editor .query-editor__input .cm-content'));
  }

  /** Presses the button and waits until the screen shows what the server answered. */
  async send(): Promise<Answer> {
    const query = (await this.query()).trim();
    const endpoint = /\/graphql$/;
    // Read on its way: a browser need not keep the body of an answer that a page reads as a stream.
    const sent = new Promise<{ answered: string; status: number }>((resolve, reject) => {
      void this.page
        .route(endpoint, async (route) => {
          const response = await route.fetch();
          // The tab also asks for the schema, at a time of its own.
          const body = JSON.parse(route.request().postData() ?? '{}') as { query?: string };
          if (body.query?.trim() === query) resolve({ answered: await response.text(), status: response.status() });
          await route.fulfill({ response });
        })
        .catch(reject);
    });
    await this.#inWindow('[track-id=set_request]').click();
    const { answered, status } = await sent;
    await this.page.unroute(endpoint);

    const deadline = Date.now() + 10_000;
    for (;;) {
      const text = await this.answer();
      if (text !== undefined && sameJson(text, answered)) return { text, status };
      if (Date.now() > deadline) throw new Error(`The server answered\n${answered}\nbut the screen shows\n${text}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** What the result pane of the chosen tab shows now; undefined before the first answer. */
  async answer(): Promise<string | undefined> {
    const shown = this.#inWindow('app-query-result .query-result__list-item .cm-content:visible').last();
    return (await shown.count()) === 0 ? undefined : await textOf(shown);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** The editor draws only the lines in sight; the rest of a long text is in its document. */
async function textOf(editor: Locator): Promise<string> {
  return await editor.evaluate((element) => {
    const { cmView } = element as unknown as { cmView: { view: { state: { doc: { toString(): string } } } } };
    return cmView.view.state.doc.toString();
  });
}

function sameJson(shown: string, answered: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(shown), JSON.parse(answered));
  } catch {
    return shown.trim() === answered.trim();
  }
}
