import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts, loadDemo } from '../../seeds/demo/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => NOW });
  await loadDemo(hub.database.pool, { now: NOW });
});
afterAll(() => hub.stop());

test.each(demoAccounts.map(({ name, id, firstQuery }) => [name, id, firstQuery]))(
  'the first query of %s has an answer',
  async (name, id, firstQuery) => {
    const { errors, data } = await hub.ask(firstQuery, { as: id });
    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    if (name === 'blocked-parent') expect(text).toContain('"children":{"nodes":[]}');
    else expect(text).not.toMatch(/"nodes":\[\]|null/);
  },
);
