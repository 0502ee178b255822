import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAfter, WRITTEN_AT } from '../../seeds/factories/index.ts';
import * as admin from '../../schema/generated/admin.ts';
import * as analyst from '../../schema/generated/analyst.ts';
import * as miniProgram from '../../schema/generated/mini-program.ts';
import { toGlobalId } from '../../src/platform/reading/index.ts';
import { startTestHub, textOf, type TestHub } from '../support/hub.ts';
import { OF_THE_DISTRICT, variablesIn, writeOneOfEverything, type OneOfEverything } from './one-of-everything.ts';
import { isQuery, typedDocumentsOf } from '../support/typed-documents.ts';

const now = daysAfter(WRITTEN_AT, 95);
const from = now.toISOString();

describe('the clients ask the hub', () => {
  let hub: TestHub;
  let there: OneOfEverything;
  beforeAll(async () => {
    hub = await startTestHub({ clock: () => now, variables: { COMPILED_QUERIES: 'off' } });
    there = await writeOneOfEverything(hub.database, now);
  });
  afterAll(() => hub?.stop());

  const id = (prefix: string): string => toGlobalId(prefix, there.ids[prefix]!);
  const queries = [
    ...typedDocumentsOf(miniProgram).map(([name, document]) => ['parent', name, document] as const),
    ...typedDocumentsOf(admin).map(
      ([name, document]) => [OF_THE_DISTRICT.has(name) ? 'districtAdmin' : 'schoolAdmin', name, document] as const,
    ),
    ...typedDocumentsOf(analyst).map(([name, document]) => ['analyst', name, document] as const),
  ].filter(([, , document]) => isQuery(document));

  test.each(queries)('%s: %s', async (who, name, document) => {
    const variables = variablesIn(there, now, name, textOf(document));
    const { errors, data } = await hub.ask(document, { as: there.accounts[who], variables });
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {}).filter((each) => each === null)).toEqual([]);
  });

  test('parent: SignUpForShift, and CancelSignup', async () => {
    const as = there.accounts.parent;
    const signed = await hub.ask(miniProgram.SignUpForShiftDocument, {
      as,
      variables: { input: { roleId: id('shift-role'), acceptRiskNotice: true } },
    });
    expect(signed.data?.signUpForShift).toMatchObject({
      userErrors: [],
      signup: { status: 'CONFIRMED', viewerCanCancel: true },
    });
    const signupId = signed.data?.signUpForShift.signup?.id ?? '';
    const cancelled = await hub.ask(miniProgram.CancelSignupDocument, { as, variables: { input: { signupId } } });
    expect(cancelled.data?.cancelSignup).toMatchObject({
      userErrors: [],
      signup: { status: 'CANCELLED' },
      role: { freePlaces: 4 },
    });
  });

  test('parent: Inbox, MarkNoticesRead and MarkAllNoticesRead', async () => {
    const as = there.accounts.parent;
    const inbox = async () => (await hub.ask(miniProgram.InboxDocument, { as, variables: {} })).data?.viewer;
    const noticeId = id('notice');
    expect(await inbox()).toMatchObject({
      unreadNoticeCount: 1,
      inbox: { nodes: [{ id: noticeId, title: '家长会邀请已恢复', readAt: null, about: { id: id('meeting') } }] },
    });
    const marked = await hub.ask(miniProgram.MarkNoticesReadDocument, {
      as,
      variables: { input: { noticeIds: [noticeId] } },
    });
    expect(marked.data?.markNoticesRead).toMatchObject({
      userErrors: [],
      notices: [{ id: noticeId, readAt: now.toISOString() }],
    });
    const all = await hub.ask(miniProgram.MarkAllNoticesReadDocument, { as, variables: { input: {} } });
    expect(all.data?.markAllNoticesRead).toEqual({ userErrors: [], markedCount: 0 });
    expect(await inbox()).toMatchObject({ unreadNoticeCount: 0 });
  });

  // Statements depend on the shape alone, never on the number of rows; one of them finds out who asks. Planned, they are two.
  test.each([
    [
      'ParentHome',
      13,
      () => hub.ask(miniProgram.ParentHomeDocument, { as: there.accounts.parent, variables: { from } }),
    ],
    [
      'CourseCatalogue',
      5,
      () => hub.ask(miniProgram.CourseCatalogueDocument, { as: there.accounts.parent, variables: {} }),
    ],
    ['Inbox', 3, () => hub.ask(miniProgram.InboxDocument, { as: there.accounts.parent, variables: {} })],
    [
      'VolunteerBoard',
      3,
      () => hub.ask(miniProgram.VolunteerBoardDocument, { as: there.accounts.parent, variables: {} }),
    ],
  ])('%s takes %i statements', async (_name, most, ask) => {
    const { result, statements } = await hub.statementsOf<{ errors?: unknown }>(ask);
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(most);
  });

  test('the home of a parent shows all that it promises', async () => {
    const { data } = await hub.ask(miniProgram.ParentHomeDocument, { as: there.accounts.parent, variables: { from } });
    const guardian = data?.viewer.guardian;
    const child = guardian?.children?.nodes[0];
    expect(child?.school.name).toBeTruthy();
    expect(child?.currentClass?.meetings.nodes[0]?.replies?.nodes[0]?.answer).toBe('ATTENDING');
    expect(child?.currentClass?.shifts.nodes[0]?.roles.nodes[0]?.viewerBlockers).toEqual([]);
    expect(guardian?.timetable?.nodes).toHaveLength(1);
    expect(guardian?.courses.nodes).toHaveLength(1);
  });
});
