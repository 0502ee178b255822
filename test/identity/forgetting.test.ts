import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCodeMiss, aSession, daysAfter } from '../../seeds/factories/index.ts';
import { family, type FamilyGuardian, type Scenario } from '../../seeds/scenario/index.ts';
import { Session, SessionEnding } from '../../src/domains/identity/index.ts';
import { CodeMiss } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let parent: FamilyGuardian;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock, variables: { KEEP_SESSIONS_DAYS: '20' } });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  ({ parent } = await family(scenario, []));
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const left = async (table: string, column: string) =>
  (await hub.database.pool.query<{ what: string }>(`select ${column} as what from ${table} order by 1`)).rows.map(
    ({ what }) => what,
  );

describe('what nobody needs any more', () => {
  it('of sessions goes so many days after they ended, whichever way, and not before', async () => {
    const ago = (days: number): Date => daysAfter(scenario.now, -days);
    const sessions: [string, { startedAt: Date; lastUsedAt?: Date; expiresAt: Date; endedAt?: Date }][] = [
      ['ran out 21 days ago', { startedAt: ago(60), expiresAt: ago(21) }],
      ['ran out 19 days ago', { startedAt: ago(60), expiresAt: ago(19) }],
      ['was ended 21 days ago', { startedAt: ago(40), expiresAt: daysAfter(scenario.now, 5), endedAt: ago(21) }],
      ['was ended 19 days ago', { startedAt: ago(40), expiresAt: ago(10), endedAt: ago(19) }],
      ['goes on since long ago', { startedAt: ago(150), lastUsedAt: ago(1), expiresAt: daysAfter(scenario.now, 29) }],
    ];
    await scenario.write((put) => {
      for (const [client, { endedAt, ...times }] of sessions) {
        put(
          Session,
          aSession({
            account: parent.accountId,
            client,
            ...times,
            ...(endedAt && { endedAt, ending: SessionEnding.SIGNED_OUT }),
          }),
        );
      }
    });
    const audited = (await left('audit_record', 'id')).length;
    await hub.hub.runJob('identity.forget-sessions');
    await hub.hub.runJob('identity.forget-sessions');
    expect(await left('session', 'client')).toEqual([
      'goes on since long ago',
      'ran out 19 days ago',
      'was ended 19 days ago',
    ]);
    expect(await left('audit_record', 'id')).toHaveLength(audited);
  });

  it('of wrong codes goes after a week', async () => {
    await scenario.write((put) => {
      for (const days of [6, 8])
        put(CodeMiss, aCodeMiss({ guardian: parent.guardian, createdAt: daysAfter(scenario.now, -days) }));
    });
    await hub.hub.runJob('people.forget-code-misses');
    expect(
      await left('code_miss', `extract(day from '${scenario.now.toISOString()}'::timestamptz - created_at)::int`),
    ).toEqual([6]);
  });

  it('is found by an index, where it is many rows', async () => {
    for (const condition of [
      'session where started_at < $1 and coalesce(ended_at, expires_at) < $1',
      'code_miss where created_at < $1',
    ]) {
      const client = await hub.database.pool.connect();
      try {
        await client.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off');
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain select 1 from ${condition}`, [
          scenario.now,
        ]);
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/_(?:started|time)_index/);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });
});
