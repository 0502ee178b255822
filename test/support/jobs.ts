import type { TestHub } from './hub.ts';

interface DueJob {
  readonly id: string;
  readonly name: string;
  readonly data: object | null;
}

/**
 * Does, one after the other, what waits in the queues and is due at `now`, and what that work asks for in turn: the
 * runner without its clock and its polling. What fails is thrown.
 * @returns the names of the jobs that were done
 */
export async function runDueJobs({ hub, database }: Pick<TestHub, 'hub' | 'database'>, now: Date): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const {
      rows: [due],
    } = await database.pool.query<DueJob>(
      `select id, name, data from pgboss.job where state in ('created', 'retry') and start_after <= $1 order by start_after, created_on, id limit 1`,
      [now],
    );
    if (!due) return done;
    await hub.runJob(due.name, due.data ?? {});
    await database.pool.query(
      `update pgboss.job set state = 'completed', completed_on = now() where name = $1 and id = $2`,
      [due.name, due.id],
    );
    done.push(due.name);
  }
}
