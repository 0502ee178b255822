import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ChangeListener } from '../../../src/platform/database/index.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('whoever listens for changes keeps none of the answers that tell that the connection lives', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const answers: WeakRef<object>[] = [];
  const query = pg.Client.prototype.query as (...args: unknown[]) => Promise<object>;
  // A spy of the test's own, for that of vitest keeps what was answered.
  pg.Client.prototype.query = async function (this: pg.Client, ...args: unknown[]) {
    const answer = await query.apply(this, args);
    if (args[0] === 'select 1') answers.push(new WeakRef(answer));
    return answer;
  } as never;
  let deaf = 0;
  const listener = new ChangeListener({
    databaseUrl: database.url,
    logger: createLogger('silent'),
    onHearing: () => undefined,
    onChange: () => undefined,
    onDeaf: () => (deaf += 1),
    askedEveryMs: 1,
  });
  listener.start();
  try {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(100), { timeout: 20_000 });
    collect();
    expect(deaf).toBe(0);
    expect(answers.filter((each) => each.deref() !== undefined).length).toBeLessThan(20);
  } finally {
    await listener.stop();
    pg.Client.prototype.query = query as never;
  }
}, 30_000);
