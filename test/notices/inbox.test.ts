import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingRecord, NoticeRecord } from '../../seeds/factories/index.ts';
import { family, meeting, told, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

const NOW = new Date('2026-11-22T00:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let teacher: StaffMember;
let [mine, other]: Family[] = [];
let held: MeetingRecord;
beforeAll(async () => {
  // Statements are counted where each relation has its own.
  hub = await startTestHub({ clock: () => NOW, variables: { COMPILED_QUERIES: 'off' } });
  scenario = await beginScenario(hub, NOW);
  const schoolClass = await scenario.schoolClass(await scenario.school());
  teacher = await scenario.teacher(schoolClass);
  mine = await family(scenario, [schoolClass]);
  other = await family(scenario, [schoolClass]);
  held = (await meeting(scenario, teacher, schoolClass, [mine])).meeting;
});
beforeEach(() => hub.database.pool.query('delete from notice; delete from idempotent_call'));
afterAll(() => hub.stop());

const INBOX = `query ($first: Int, $after: String, $where: NoticeWhere) { viewer { unreadNoticeCount inbox(first: $first, after: $after, where: $where) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id kind createdAt readAt about { __typename id ... on Meeting { title } } } } } }`;
interface Inbox {
  unreadNoticeCount: number;
  inbox: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    nodes: { id: string; readAt: string | null; about: object | null }[];
  };
}

async function inbox(as: string | undefined, variables: Record<string, unknown> = {}): Promise<Inbox> {
  const { data, errors } = await hub.ask(INBOX, { as, variables });
  expect(errors).toBeUndefined();
  return data!['viewer'] as Inbox;
}

const idsOf = (notices: readonly NoticeRecord[]): string[] => notices.map((each) => `notice_${each.id}`);
const tell = (count: number, who: { person: Family['parent']['person'] } = mine!.parent): Promise<NoticeRecord[]> =>
  told(
    scenario,
    who.person,
    Array.from({ length: count }, () => held),
  );

describe('the inbox', () => {
  it('lists what the caller is told, the latest first, page after page', async () => {
    const notices = await tell(5);
    await tell(1, other!.parent);
    const page = await inbox(mine!.parent.accountId, { first: 3 });
    expect(page).toMatchObject({ unreadNoticeCount: 5, inbox: { totalCount: 5, pageInfo: { hasNextPage: true } } });
    const rest = await inbox(mine!.parent.accountId, { first: 3, after: page.inbox.pageInfo.endCursor });
    expect([...page.inbox.nodes, ...rest.inbox.nodes].map((node) => node.id)).toEqual(idsOf(notices).reverse());
  });

  it('is that of the person: of staff who are no guardians as well', async () => {
    await tell(2, teacher);
    expect(await inbox(teacher.accountId)).toMatchObject({ unreadNoticeCount: 2, inbox: { totalCount: 2 } });
  });

  it('of a guest is empty, and what is asked of it is judged all the same', async () => {
    await tell(1);
    expect(await inbox(undefined)).toMatchObject({
      unreadNoticeCount: 0,
      inbox: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
    for (const variables of [{ first: 0 }, { after: 'tampered' }]) {
      expect((await hub.ask(INBOX, { variables })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('leads to the thing that a notice is about, where the caller may see it', async () => {
    await tell(1);
    await tell(1, other!.parent);
    expect((await inbox(mine!.parent.accountId)).inbox.nodes[0]!.about).toEqual({
      __typename: 'Meeting',
      id: `meeting_${held.id}`,
      title: held.title,
    });
    expect((await inbox(other!.parent.accountId)).inbox.nodes[0]!.about).toBeNull();
  });

  it('is filtered by what is unread', async () => {
    const [first, second] = await tell(2);
    await hub.database.pool.query('update notice set read_at = $2 where id = $1', [first!.id, NOW]);
    const page = await inbox(mine!.parent.accountId, { where: { readAt: { isNull: true } } });
    expect(page.inbox.nodes.map((node) => node.id)).toEqual(idsOf([second!]));
    expect(page.unreadNoticeCount).toBe(1);
  });

  it('takes as many statements for thirty notices as for two', async () => {
    const count = async (first: number): Promise<number> =>
      (await hub.statementsOf(() => inbox(mine!.parent.accountId, { first }))).statements.length;
    await tell(30);
    expect(await count(2)).toBe(4); // the page, its total, what is unread, the meetings
    expect(await count(30)).toBe(4);
  });

  it.each([
    [
      'a page',
      `select id from notice where person_id = $1 order by created_at desc, id desc limit 21`,
      'notice_inbox_index',
    ],
    ['what is unread', 'select count(*) from notice where person_id = $1 and read_at is null', 'notice_unread_index'],
    ['what was read long ago', `select id from notice where read_at < '2026-01-01' limit 2000`, 'notice_read_index'],
  ])('has an index behind it: %s', async (_what, statement, index) => {
    const client = await hub.database.pool.connect();
    try {
      await client.query(
        'begin; set local enable_seqscan = off; set local enable_sort = off; set local enable_bitmapscan = off',
      );
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain ${statement.replace('$1', `'${mine!.parent.person.id}'`)}`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/Sort|Filter:/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

const MARK =
  'mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { notices { id readAt } userErrors { code message path } } }';
const MARK_ALL =
  'mutation ($input: MarkAllNoticesReadInput!) { markAllNoticesRead(input: $input) { markedCount userErrors { code path } } }';
const unread = async (): Promise<number> =>
  (await hub.database.pool.query<{ n: number }>('select count(*)::int as n from notice where read_at is null')).rows[0]!
    .n;

describe('markNoticesRead', () => {
  const mark = async (as: string | undefined, input: object) => hub.ask(MARK, { as, variables: { input } });

  it('marks those that are named, in the order of the naming, and the first time stays', async () => {
    const notices = await tell(3);
    const earlier = new Date(NOW.getTime() - 60_000);
    await hub.database.pool.query('update notice set read_at = $2 where id = $1', [notices[2]!.id, earlier]);
    const ids = idsOf([notices[2]!, notices[0]!]);
    const { data } = await mark(mine!.parent.accountId, { noticeIds: [...ids, ids[0]] });
    expect(data!['markNoticesRead']).toEqual({
      userErrors: [],
      notices: [
        { id: ids[0], readAt: earlier.toISOString() },
        { id: ids[1], readAt: NOW.toISOString() },
      ],
    });
    expect(await inbox(mine!.parent.accountId)).toMatchObject({ unreadNoticeCount: 1 });
  });

  it('passes over those of others and those that are gone, and writes nothing to them', async () => {
    const ids = idsOf([
      ...(await tell(1, other!.parent)),
      { id: '01890000-0000-7000-8000-000000000000' } as NoticeRecord,
    ]);
    expect((await mark(mine!.parent.accountId, { noticeIds: ids })).data!['markNoticesRead']).toEqual({
      userErrors: [],
      notices: [],
    });
    expect(await unread()).toBe(1);
  });

  it('refuses more than a hundred, as data', async () => {
    const [notice] = await tell(1);
    const { data } = await mark(mine!.parent.accountId, {
      noticeIds: Array.from({ length: 101 }, () => `notice_${notice!.id}`),
    });
    expect(data!['markNoticesRead']).toMatchObject({
      notices: [],
      userErrors: [{ code: 'TOO_MANY', path: ['noticeIds'] }],
    });
    expect(await unread()).toBe(1);
  });

  it.each([
    ['a guest', undefined, 'notice', 'UNAUTHENTICATED'],
    ['an id of another type', 'mine', 'meeting', 'NOT_FOUND'],
    ['what is no id', 'mine', '', 'BAD_USER_INPUT'],
  ])('is refused to %s, and nothing is written', async (_what, who, prefix, code) => {
    const [notice] = await tell(1);
    const { errors } = await mark(who && mine!.parent.accountId, { noticeIds: [`${prefix}_${notice!.id}`] });
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(await unread()).toBe(1);
  });
});

describe('markAllNoticesRead', () => {
  const markAll = async (as: string | undefined, input: object = {}) => hub.ask(MARK_ALL, { as, variables: { input } });

  it("marks all of the caller's, and of nobody else", async () => {
    await tell(3);
    await tell(2, other!.parent);
    expect((await markAll(mine!.parent.accountId)).data!['markAllNoticesRead']).toEqual({
      markedCount: 3,
      userErrors: [],
    });
    expect(await unread()).toBe(2);
    expect((await markAll(mine!.parent.accountId)).data!['markAllNoticesRead']).toEqual({
      markedCount: 0,
      userErrors: [],
    });
  });

  it('leaves unread what came after the one that was shown first', async () => {
    const notices = await tell(4);
    const { data } = await markAll(mine!.parent.accountId, { upToNoticeId: idsOf(notices)[2] });
    expect(data!['markAllNoticesRead']).toEqual({ markedCount: 3, userErrors: [] });
    const page = await inbox(mine!.parent.accountId, { where: { readAt: { isNull: true } } });
    expect(page.inbox.nodes.map((node) => node.id)).toEqual([idsOf(notices)[3]]);
  });

  it.each(['of somebody else', 'that is gone'])('marks nothing up to a notice %s', async (which) => {
    await tell(1);
    const [foreign] = await tell(1, other!.parent);
    if (which === 'that is gone') await hub.database.pool.query('delete from notice where id = $1', [foreign!.id]);
    const before = await unread();
    const { data } = await markAll(mine!.parent.accountId, { upToNoticeId: `notice_${foreign!.id}` });
    expect(data!['markAllNoticesRead']).toEqual({
      markedCount: null,
      userErrors: [{ code: 'NOTICE_GONE', path: ['upToNoticeId'] }],
    });
    expect(await unread()).toBe(before);
  });

  it('answers a retry under one key what it answered first', async () => {
    await tell(2);
    const input = { idempotencyKey: 'pressed' };
    await markAll(mine!.parent.accountId, input);
    await tell(1);
    expect((await markAll(mine!.parent.accountId, input)).data!['markAllNoticesRead']).toMatchObject({
      markedCount: 2,
    });
    expect(await unread()).toBe(1);
  });

  it('is refused to a guest', async () => {
    await tell(1);
    expect((await markAll(undefined)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await unread()).toBe(1);
  });
});
