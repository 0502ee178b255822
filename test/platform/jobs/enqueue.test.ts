import { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { background, boundTo, inTransaction, recordWork } from '../../../src/platform/commands/index.ts';
import { GUEST, openSystemRequest, Services } from '../../../src/platform/request/index.ts';
import { guest } from '../../../src/domains/people/index.ts';
import { JobWorkshop, planted } from './workshop.ts';

let workshop: JobWorkshop;
beforeAll(async () => {
  workshop = await JobWorkshop.open();
});
afterEach(() => workshop.empty());
afterAll(() => workshop.close());

describe('a job that a command asks for', () => {
  it('waits when the command has committed', async () => {
    const id = await workshop.enqueue('one');
    expect(await workshop.jobs()).toMatchObject([{ id, state: 'created', data: { id: 'one' } }]);
  });

  it('was never asked for where the command is rolled back', async () => {
    const cutOff = workshop.command(async (tx) => {
      await tx.enqueue(planted, { id: 'one' });
      throw new Error('a rule is broken');
    });
    await expect(cutOff).rejects.toThrow('a rule is broken');
    expect(await workshop.jobs()).toEqual([]);
  });

  it('begins at the clock of the request, or when it is told to', async () => {
    const now = new Date('2031-05-01T08:00:00.000Z');
    const later = new Date('2031-05-02T08:00:00.000Z');
    await workshop.command(async (tx) => {
      await tx.enqueue(planted, { id: 'now' });
      await tx.enqueue(planted, { id: 'later' }, { startAfter: later });
    }, now);
    const { rows } = await workshop.database.pool.query<{ id: string; start_after: Date }>(
      `select data ->> 'id' as id, start_after from pgboss.job order by start_after`,
    );
    expect(rows).toEqual([
      { id: 'now', start_after: now },
      { id: 'later', start_after: later },
    ]);
  });

  it('waits once under one key, however many ask for it at the same time', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => workshop.enqueue('same', { singletonKey: 'shift-1' })),
    );
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect(await workshop.enqueue('other', { singletonKey: 'shift-2' })).not.toBeNull();
    await Promise.all([workshop.enqueue('free'), workshop.enqueue('free')]);
    expect((await workshop.jobs()).map((each) => each.data.id).sort()).toEqual(['free', 'free', 'other', 'same']);
  });

  it('may wait again under the key of one that is being done', async () => {
    await workshop.enqueue('first', { singletonKey: 'shift-1' });
    await workshop.database.pool.query(`update pgboss.job set state = 'active'`);
    expect(await workshop.enqueue('second', { singletonKey: 'shift-1' })).not.toBeNull();
  });

  it('is refused, and its data not repeated, where it is told what it is not declared to be told', async () => {
    const wrong = workshop.command((tx) => tx.enqueue(planted, { id: 13800000000 } as never));
    await expect(wrong).rejects.toThrow(/The data of test.do-something are not as declared: id invalid_type\.$/);
    await expect(workshop.enqueue('x'.repeat(3000))).rejects.toThrow('a job is told ids');
    expect(await workshop.jobs()).toEqual([]);
  });

  it('is refused where the database does not know it', async () => {
    await expect(
      workshop.command((tx) => tx.enqueue({ ...planted, name: 'test.unheard-of' }, { id: 'one' })),
    ).rejects.toThrow('npm run migrate');
  });

  it('is the row that pg-boss would have written', async () => {
    const boss = new PgBoss({
      connectionString: workshop.database.url,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    try {
      const theirs = await boss.send(planted.name, { id: 'one' }, { singletonKey: 'theirs' });
      const ours = await workshop.enqueue('one', { singletonKey: 'ours' });
      const { rows } = await workshop.database.pool.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(j) - array['id', 'created_on', 'start_after', 'keep_until', 'singleton_key']
          || jsonb_build_object('kept', keep_until - start_after) as row from pgboss.job j where id = any($1)`,
        [[theirs, ours]],
      );
      expect(rows).toHaveLength(2);
      expect(rows[0]!.row).toEqual(rows[1]!.row);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});

describe('what a job does', () => {
  const NOW = new Date('2031-05-01T08:00:00.000Z');
  const bind = (run: Parameters<typeof background<{ id: string }>>[1]) =>
    boundTo([background(planted, run)], (signal) =>
      openSystemRequest(workshop.opened, { now: NOW, signal, services: new Services().offer(GUEST, guest) }),
    )[0]!;
  const audited = async () =>
    (await workshop.database.pool.query('select account, mutation, outcome, subjects, created_at from audit_record'))
      .rows as unknown[];

  it('is done at the clock of the hub by nobody, who sees nothing of anybody', async () => {
    await bind(async ({ viewer, now }) => {
      expect([now, viewer.accountId, viewer.personId, viewer.permissions]).toEqual([NOW, null, null, []]);
      expect(Object.values(viewer.shape)).not.toContain(true);
      await Promise.resolve();
    }).handle({ id: 'one' }, new AbortController().signal);
  });

  it('is put on record under its name, in the same transaction', async () => {
    const run = (end: () => Promise<void>) =>
      bind((context) =>
        inTransaction(context, async (tx) => {
          await recordWork(tx, planted.name, { shift: 'one' });
          await end();
        }),
      ).handle({ id: 'one' }, new AbortController().signal);
    await expect(run(() => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
    expect(await audited()).toEqual([]);
    await run(() => Promise.resolve());
    expect(await audited()).toEqual([
      { account: null, mutation: planted.name, outcome: 'SUCCEEDED', subjects: { shift: 'one' }, created_at: NOW },
    ]);
  });
});
