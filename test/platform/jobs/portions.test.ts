import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs } from '../../../src/app.ts';
import { guest } from '../../../src/domains/people/index.ts';
import {
  recordWork,
  retention,
  sweep,
  walk,
  walkJob,
  type JobDeclaration,
} from '../../../src/platform/commands/index.ts';
import { TimedOut } from '../../../src/platform/errors/index.ts';
import { prepareQueues, type Job } from '../../../src/platform/jobs/index.ts';
import { sql } from '../../../src/platform/reading/index.ts';
import { openRequest, Services } from '../../../src/platform/request/index.ts';
import { JobWorkshop } from './workshop.ts';

let workshop: JobWorkshop;
beforeAll(async () => {
  workshop = await JobWorkshop.open();
});
afterAll(() => workshop.close());

const due = { description: 'Stands for any work.', cron: '0 0 1 1 *' };
const run = ({ run: work }: JobDeclaration, data: object = {}, signal = new AbortController().signal): Promise<void> =>
  work(
    openRequest(workshop.opened, {
      viewer: guest,
      now: new Date('2031-05-01T08:00:00.000Z'),
      locale: 'en',
      signal,
      services: new Services(),
    }),
    data,
  );
const onRecord = async (name: string): Promise<number> =>
  (await workshop.database.pool.query('select 1 from audit_record where mutation = $1', [name])).rows.length;

describe('whatever is due by the clock', () => {
  it('works in portions', () => {
    const whole = jobs.filter(({ job, inPortions }) => job.cron !== null && !inPortions);
    expect(whole.map(({ job }) => job.name)).toEqual([]);
  });
});

describe('a sweep', () => {
  /** Deals with so many in each portion, in turn. */
  const dealing = (name: string, counts: readonly number[], choices: { mostPortions?: number } = {}) => {
    const asked: number[] = [];
    const declared = sweep({
      ...due,
      name,
      ...choices,
      work: async (tx, most) => {
        await recordWork(tx, name, {});
        asked.push(most);
        const count = counts[asked.length - 1]!;
        if (count < 0) throw new Error('cut off');
        return count;
      },
    });
    return { declared, asked };
  };

  it('goes on until a portion is not full', async () => {
    const { declared, asked } = dealing('test.go-on', [50, 50, 49]);
    await run(declared);
    expect(asked).toEqual([50, 50, 50]);
  });

  it('leaves to the next time what is left after so many portions', async () => {
    const { declared, asked } = dealing('test.leave-some', [50, 50, 50], { mostPortions: 2 });
    await run(declared);
    expect(asked).toHaveLength(2);
  });

  it('keeps what is done where a later portion fails', async () => {
    const { declared } = dealing('test.fail-late', [50, -1]);
    await expect(run(declared)).rejects.toThrow('cut off');
    expect(await onRecord('test.fail-late')).toBe(1);
  });

  it('begins no portion when its time is over, and keeps what is done', async () => {
    const over = new AbortController();
    const declared = sweep({
      ...due,
      name: 'test.take-long',
      work: async (tx, most) => {
        await recordWork(tx, 'test.take-long', {});
        over.abort();
        return most;
      },
    });
    await expect(run(declared, {}, over.signal)).rejects.toBeInstanceOf(TimedOut);
    expect(await onRecord('test.take-long')).toBe(1);
  });
});

describe('a walk', () => {
  const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const LAST = 130;

  it('goes over everything, and where it stopped it goes on in a run of its own', async () => {
    const onward = walkJob({ ...due, name: 'test.walk-on' });
    await prepareQueues(workshop.database.ownerUrl, [onward as unknown as Job]);
    const seen: string[] = [];
    const walking = walk(onward, (_tx, after) => {
      seen.push(after);
      const next = Number(after.slice(-12)) + 1;
      return Promise.resolve(next > LAST ? null : idOf(next));
    });
    const waiting = async () =>
      (
        await workshop.database.pool.query<{ data: { after: string } }>(
          "select data from pgboss.job where name = 'test.walk-on'",
        )
      ).rows.map(({ data }) => data);
    await run(walking);
    expect(await waiting()).toEqual([{ after: idOf(100) }]);
    await run(walking, { after: idOf(100) });
    expect(seen).toHaveLength(LAST + 1);
    expect(new Set(seen).size).toBe(LAST + 1);
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a retention', () => {
  it('deletes all that counts for nothing, no more of it in one statement than it takes on, and nothing else', async () => {
    const { pool } = workshop.database;
    await pool.query('create table planted_row (id uuid primary key default gen_random_uuid(), old boolean not null)');
    await pool.query('insert into planted_row (old) select n <= 4100 from generate_series(1, 4103) n');
    const portions: number[] = [];
    const forget = retention({
      ...due,
      name: 'test.forget-rows',
      table: 'planted_row',
      where: () => sql`old`,
    });
    await pool.query('create table planted_portion (rows int not null)');
    await pool.query(`create function planted_portion() returns trigger language plpgsql as $$
      begin insert into planted_portion select count(*) from gone; return null; end $$`);
    await pool.query(`create trigger planted_portion after delete on planted_row referencing old table as gone
      for each statement execute function planted_portion()`);
    await run(forget);
    for (const { rows } of (await pool.query<{ rows: number }>('select rows from planted_portion')).rows)
      portions.push(rows);
    expect(portions).toEqual([2000, 2000, 100]);
    expect((await pool.query('select old from planted_row')).rows).toEqual(
      [false, false, false].map((old) => ({ old })),
    );
  });
});
