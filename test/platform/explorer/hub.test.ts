import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples, exampleTabs } from '../../../seeds/demo/examples.ts';
import { demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { thisWeek } from '../../../seeds/demo/this-week.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { browserIsInstalled, ExplorerVisit, launchBrowser } from './browser.ts';

let hub: TestHub;
const tokens = new Map<string, string>();
const now = new Date();

beforeAll(async () => {
  hub = await startTestHub({ explorerTabs: () => exampleTabs(now, tokens) });
  await loadDemo(hub.database.pool, { now: thisWeek(now) });
  for (const account of demoAccounts) tokens.set(account.name, await hub.tokenOf(account.id));
});
afterAll(() => hub.stop());

describe('the examples', () => {
  it.each(examples(now).map((example) => [example.title, example] as const))(
    '%s',
    async (_title, { account, query, variables }) => {
      const id = demoAccounts.find((each) => each.name === account)?.id;
      const { data, errors } = await hub.ask(query, { as: id, variables: variables ?? {} });
      expect(errors).toBeUndefined();
      // An example that shows nothing teaches nothing.
      expect(JSON.stringify(data).length).toBeGreaterThan(300);
    },
  );
});

// Continuous integration brings a browser; elsewhere nobody has to install one.
describe.skipIf(!browserIsInstalled() && !process.env['CI'])('the explorer in a browser', () => {
  it('opens with the examples, and shows the answer of the one that is sent', async () => {
    await using browser = await launchBrowser();
    await using visit = await ExplorerVisit.open(browser, hub.address, 'zh-CN');
    expect(await visit.tabs()).toEqual(examples(now).map((example) => example.title));
    const title = examples(now).find((example) => example.account === 'parent')!.title;
    await visit.choose(title);
    const { text, status } = await visit.send();
    expect(status).toBe(200);
    expect(text).toContain('"guardian"');
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.consoleErrors).toEqual([]);
    if (process.env['SCREENSHOT']) await visit.screenshot(process.env['SCREENSHOT']);
  }, 90_000);
});
