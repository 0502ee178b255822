import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticeKinds, openHubDatabase } from '../../src/app.ts';
import { meetingCancelled, meetingInvited } from '../../src/domains/meetings/index.ts';
import { notify, type News } from '../../src/domains/notices/index.ts';
import { guest } from '../../src/domains/people/index.ts';
import { inTransaction, type Transaction } from '../../src/platform/commands/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { GUEST, openSystemRequest, Services } from '../../src/platform/request/index.ts';
import { NoticeCatalogue, noticeKind, type NoticeParams } from '../../src/domains/notice-kinds/index.ts';
import { families, type Family } from '../../seeds/scenario/index.ts';
import { daysAfter } from '../../seeds/factories/index.ts';
import { testConfig } from '../support/config.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

const NOW = new Date('2026-11-22T00:00:00.000Z');
const facts = { title: '期中家长会', startsAt: '2026-11-25T10:30:00.000Z' };

let hub: TestHub;
let opened: Database;
let persons: string[];
let first: Family;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => NOW });
  opened = await openHubDatabase(testConfig(hub.database.url));
  const scenario = await beginScenario(hub, NOW);
  const all = await families(scenario, 5, [await scenario.schoolClass(await scenario.school())]);
  first = all[0]!;
  persons = all.map((each) => each.parent.person.id);
});
beforeEach(() => hub.database.pool.query('delete from notice'));
afterAll(async () => {
  await opened.close();
  await hub.stop();
});

const command = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(
    openSystemRequest(opened, {
      now: NOW,
      signal: new AbortController().signal,
      services: new Services().offer(GUEST, guest),
    }),
    work,
  );
const tell = <Params extends NoticeParams>(news: News<Params>): Promise<string[]> => command((tx) => notify(tx, news));
const rows = async (): Promise<{ person_id: string; kind: string }[]> =>
  (await hub.database.pool.query('select person_id, kind from notice order by id')).rows as never;

describe('what people are told', () => {
  it('is written for each of them once, by one statement', async () => {
    const ids = await tell({ kind: meetingInvited, to: [...persons, ...persons], params: facts });
    expect(ids).toHaveLength(persons.length);
    expect((await rows()).map((row) => row.person_id)).toEqual([...persons].sort());
    const inserts: string[] = [];
    await command(async (tx) => {
      const query = tx.query.bind(tx);
      await notify(
        { ...tx, query: (statement) => (inserts.push(statement.text), query(statement)) },
        { kind: meetingCancelled, to: persons, params: facts },
      );
    });
    expect(inserts).toHaveLength(1);
  });

  it('was never told where the command is rolled back', async () => {
    const cutOff = command(async (tx) => {
      await notify(tx, { kind: meetingInvited, to: persons, params: facts });
      throw new Error('a rule is broken');
    });
    await expect(cutOff).rejects.toThrow('a rule is broken');
    expect(await rows()).toEqual([]);
  });

  it('is told once under a key, by whoever and however many say it at the same time', async () => {
    const news = { kind: meetingInvited, params: facts, dedupe: 'meeting/1' };
    const said = await Promise.all(
      [persons, [...persons].reverse(), persons.slice(2), persons.slice(0, 3)].map((to) => tell({ ...news, to })),
    );
    expect(said.flat()).toHaveLength(persons.length);
    expect(await rows()).toHaveLength(persons.length);
    expect(await tell({ ...news, to: persons })).toEqual([]);
    expect(await tell({ ...news, to: persons[0]!, dedupe: 'meeting/2' })).toHaveLength(1);
    expect(await tell({ ...news, kind: meetingCancelled, to: persons[0]! })).toHaveLength(1);
  });

  it('may be told again and again without a key', async () => {
    for (let time = 0; time < 2; time += 1) await tell({ kind: meetingInvited, to: persons[0]!, params: facts });
    expect(await rows()).toHaveLength(2);
  });

  it('is nothing where nobody is told', async () => {
    expect(await tell({ kind: meetingInvited, to: [], params: facts })).toEqual([]);
  });

  it('is refused where its facts are not as declared, and they are not repeated', async () => {
    await expect(
      tell({ kind: meetingInvited, to: persons, params: { title: '13800000001', startsAt: 'soon' } }),
    ).rejects.toThrow(/^The facts of meetings.invited are not as declared: startsAt invalid_format\.$/);
    expect(await rows()).toEqual([]);
  });

  it('keeps to the people who are there', async () => {
    await expect(
      tell({ kind: meetingInvited, to: '00000000-0000-7000-8000-000000000000', params: facts }),
    ).rejects.toMatchObject({ constraint: 'notice_person_id_foreign' });
  });

  it.each([
    ['zh-CN', '家长会邀请', '请您参加“期中家长会”,时间:11月25日周三 18:30。'],
    ['en', 'Invitation to a meeting', 'You are invited to “期中家长会”, Wed 25 Nov, 18:30.'],
  ])('is read in the language of the reader: %s', async (language, title, body) => {
    await tell({ kind: meetingInvited, to: persons[0]!, params: facts });
    const { data } = await hub.ask('{ viewer { inbox { nodes { title body } } } }', {
      as: first.parent.accountId,
      headers: { 'accept-language': language },
    });
    expect(data!['viewer'].inbox.nodes).toEqual([{ title, body: expect.stringContaining(body) as string }]);
  });

  it('of a kind that is known no more is still a notice', async () => {
    await tell({ kind: meetingInvited, to: persons[0]!, params: facts });
    await hub.database.pool.query(`update notice set kind = 'meetings.forgotten', params = '{}'`);
    const { data } = await hub.ask('{ viewer { inbox { nodes { title body } } } }', { as: first.parent.accountId });
    expect(data!['viewer'].inbox.nodes).toEqual([{ title: '通知', body: '' }]);
  });
});

describe('the kinds of notices', () => {
  it('have keys and descriptions that name the Chinese term', () => {
    expect(noticeKinds.length).toBeGreaterThan(0);
    expect(new Set(noticeKinds.map((kind) => kind.key)).size).toBe(noticeKinds.length);
    for (const kind of noticeKinds) expect(kind.description, kind.key).toMatch(/^[A-Z].*\(\p{Script=Han}.*\)\.$/u);
  });

  it('of one key are refused, though the domains that bring them do not know of each other', () => {
    const another = noticeKind({ ...meetingInvited, title: { zh: '另一种', en: 'Another' } });
    expect(() => new NoticeCatalogue([...noticeKinds, another])).toThrow(
      'Two kinds of notice have the key meetings.invited.',
    );
  });

  it('are named by the domain and what happened', () => {
    expect(() => noticeKind({ ...meetingInvited, key: 'Meetings invited' })).toThrow('is no key of a kind of notice');
  });
});

describe('what was read half a year ago', () => {
  it('is deleted; what is unread, or was read later, stays', async () => {
    await tell({ kind: meetingInvited, to: persons.slice(0, 3), params: facts });
    const set = (person: number, readAt: Date) =>
      hub.database.pool.query('update notice set read_at = $2 where person_id = $1', [persons[person], readAt]);
    await set(0, daysAfter(NOW, -181));
    await set(1, daysAfter(NOW, -179));
    await hub.hub.runJob('notices.forget-read-notices');
    await hub.hub.runJob('notices.forget-read-notices');
    expect((await rows()).map((row) => row.person_id).sort()).toEqual([persons[1]!, persons[2]!].sort());
  });
});
