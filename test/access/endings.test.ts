import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentNode, parse } from 'graphql';
import {
  BlockGuardianDocument,
  EndAssignmentDocument,
  EndGuardianshipDocument,
  RevokeServiceTokenDocument,
} from '../../schema/generated/admin.ts';
import { aSession } from '../../seeds/factories/index.ts';
import { family, meeting, type Family } from '../../seeds/scenario/index.ts';
import { ServiceRole, Session } from '../../src/domains/identity/index.ts';
import type { DownloadKind } from '../../src/platform/graphql/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bearer } from '../support/signed-in.ts';
import { serviceToken, writeCallers, type Callers } from './callers.ts';

type Headers = Readonly<Record<string, string>>;

let hub: TestHub;
let callers: Callers;
let today: Date | undefined;

const file: DownloadKind = {
  name: 'child',
  description: 'child',
  produce: ({ viewer: { studentIds, schoolIds } }) =>
    Promise.resolve({
      filename: 'x.txt',
      mediaType: 'text/plain',
      body: Buffer.from([...studentIds, ...schoolIds].join()),
    }),
};

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => today ?? new Date(),
    variables: {
      COMPILED_QUERIES: 'frequent',
      COMPILED_QUERIES_AFTER: '1',
      MAX_COST_GUARDIAN: '10000000',
      MAX_COST_STAFF: '10000000',
    },
    downloads: [file],
  });
  callers = await writeCallers(hub);
});
afterAll(() => hub.stop());

/** A family of the class with a meeting that they are invited to and have replied to, and the ids of all that is theirs. */
async function theirs(): Promise<{ own: Family; ids: readonly string[] }> {
  const { scenario, schoolClass, school } = callers;
  const own = await family(scenario, [schoolClass]);
  const {
    invitations: [invitation],
    replies: [reply],
  } = await meeting(scenario, await scenario.schoolAdmin(school), schoolClass, [own], { attending: 1 });
  return {
    own,
    ids: [
      `student_${own.students[0]!.id}`,
      `household_${own.household.id}`,
      `class-membership_${own.memberships[0]!.id}`,
      `meeting-invitation_${invitation!.id}`,
      `meeting-reply_${reply!.id}`,
    ],
  };
}

const FAMILY =
  '{ id guardianships { nodes { id student { id } } } households { nodes { id } } memberships { nodes { id schoolClass { id students { nodes { id } } meetings { nodes { id invitations { nodes { id } } replies { nodes { id } } } } } } } }';

/** Every road to a child: its own id, by itself and among others, root fields, and relations from the caller, the class and the school. */
const ROADS: Readonly<Record<string, string>> = {
  node: 'query ($ids: [ID!]!, $id: ID!) { node(id: $id) { id } nodes(ids: $ids) { id } }',
  root: 'query ($id: ID!) { student(id: $id) { id } students(first: 100) { nodes { id } } households(first: 100) { nodes { id } } meetings(first: 100) { nodes { id replies { nodes { id } } } } }',
  viewer: `{ viewer { guardian { children { nodes ${FAMILY} } households { nodes { id students { nodes { id } } } } guardianships { nodes { student { id } } } }
    staff { classes { nodes { id students { nodes { id } } memberships { nodes { id } } } } } } }`,
  organisation:
    'query ($class: ID!, $school: ID!) { schoolClass(id: $class) { students { nodes { id households { nodes { id } } } } } school(id: $school) { students(first: 100) { nodes { id } } } }',
};

/** What of `ids` is answered on each road; a status where the caller is refused as such. By resolvers first, planned from the second time on. */
async function seenBy(headers: Headers, ids: readonly string[]): Promise<Record<string, readonly string[] | number>> {
  const given: Record<string, unknown> = {
    id: ids[0],
    ids,
    class: `class_${callers.schoolClass.id}`,
    school: `school_${callers.school.id}`,
  };
  const seen: Record<string, readonly string[] | number> = {};
  for (const [road, document] of Object.entries(ROADS)) {
    const variables = Object.fromEntries(Object.entries(given).filter(([name]) => document.includes(`$${name}:`)));
    const { status, data, errors } = await hub.ask(document, { headers, variables });
    const text = JSON.stringify(data ?? errors);
    if (status === 400) throw new Error(text);
    seen[road] = status === 200 ? ids.filter((id) => text.includes(id)) : status;
  }
  return seen;
}

const nothing = Object.fromEntries(Object.keys(ROADS).map((road) => [road, []]));
const shut = Object.fromEntries(Object.keys(ROADS).map((road) => [road, 401]));

/** The roads as they are before: each leads to the child for somebody, twice, and the second time it is planned. */
async function warm(headers: Headers, ids: readonly string[], planned = true): Promise<void> {
  const first = await seenBy(headers, ids);
  expect(first['node']).toEqual(ids);
  const { result, statements } = await hub.statementsOf(() => seenBy(headers, ids));
  expect(result).toEqual(first);
  // One statement for each road, which finds out as well whether rights have changed; whoever is put on record for what they read has the rows read one level after the other.
  if (planned) expect(statements).toHaveLength(Object.keys(ROADS).length);
}

async function linkOf(accountId: string, sessionId: string | null = null): Promise<string> {
  const address = `${hub.address}/files/${await hub.hub.fileTokens.sign({ kind: file.name, id: 'x', accountId, sessionId }, today ?? new Date())}`;
  expect((await (await fetch(address)).text()).length).toBeGreaterThan(0);
  return address;
}

async function done(caller: Headers, document: DocumentNode, input: object): Promise<void> {
  const { data, errors } = await hub.ask(document, { headers: caller, variables: { input } });
  expect([errors, Object.values(data ?? {})[0]]).toEqual([undefined, expect.objectContaining({ userErrors: [] })]);
}

describe('at the very next request, by every road, nothing is seen of the child', () => {
  it.each([
    ['blocked', BlockGuardianDocument],
    ['over', EndGuardianshipDocument],
  ])('by a guardian who is %s', async (_, document) => {
    const { own, ids } = await theirs();
    const headers = bearer(await hub.tokenOf(own.parent.accountId));
    await warm(headers, ids);
    const link = await linkOf(own.parent.accountId);
    await done(callers.headers['homeroom-teacher'], document, {
      guardianshipId: `guardianship_${own.parent.guardianships[0]!.id}`,
      reason: '测试',
    });
    expect(await seenBy(headers, ids)).toEqual(nothing);
    expect(await (await fetch(link)).text()).toBe('');
  });

  it('by a guardian whose guardianship has run out', async () => {
    const { own, ids } = await theirs();
    const headers = bearer(await hub.hub.tokens.sign(own.parent.accountId, 14 * 86_400));
    await hub.database.pool.query('update guardianship set valid_to = $2 where id = $1', [
      own.parent.guardianships[0]!.id,
      callers.scenario.at(1440).toISOString().slice(0, 10),
    ]);
    await warm(headers, ids);
    today = callers.scenario.at(4 * 1440);
    try {
      expect(await seenBy(headers, ids)).toEqual(nothing);
    } finally {
      today = undefined;
    }
  });

  it.each(['HOMEROOM_TEACHER', 'GRADE_HEAD', 'SCHOOL_ADMIN'] as const)(
    'by staff whose role as %s has ended',
    async (role) => {
      const { scenario, school, schoolClass } = callers;
      const { ids } = await theirs();
      const member = await (role === 'SCHOOL_ADMIN'
        ? scenario.schoolAdmin(school)
        : role === 'GRADE_HEAD'
          ? scenario.gradeHead(school, 3)
          : scenario.teacher(schoolClass));
      const headers = bearer(await hub.tokenOf(member.accountId));
      await warm(headers, ids, false);
      const link = role === 'SCHOOL_ADMIN' ? await linkOf(member.accountId) : undefined;
      const {
        rows: [assignment],
      } = await hub.database.pool.query<{ id: string }>('select id from staff_assignment where staff_id = $1', [
        member.staff.id,
      ]);
      await done(callers.headers['district-admin'], EndAssignmentDocument, {
        assignmentId: `staff-assignment_${assignment!.id}`,
      });
      expect(await seenBy(headers, ids)).toEqual(nothing);
      if (link !== undefined) expect(await (await fetch(link)).text()).toBe('');
    },
  );

  it('in a session that is revoked from another', async () => {
    const { own, ids } = await theirs();
    const { account, accountId } = own.parent;
    const sessions = [0, 1].map(() => aSession({ account, startedAt: callers.scenario.now }));
    await callers.scenario.write((put) => sessions.forEach((session) => put(Session, session)));
    const [headers, other] = (await Promise.all(
      sessions.map(async ({ id }) => bearer(await hub.hub.tokens.sign(accountId, 3600, id))),
    )) as unknown as [Headers, Headers];
    await warm(headers, ids);
    const link = await linkOf(accountId, sessions[0]!.id);
    await done(
      other,
      parse('mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { userErrors { code } } }'),
      { sessionId: `session_${sessions[0]!.id}` },
    );
    expect(await seenBy(headers, ids)).toEqual(shut);
    expect((await fetch(link)).status).toBe(401);
  });

  it('with an account that is shut', async () => {
    const { own, ids } = await theirs();
    const headers = bearer(await hub.tokenOf(own.parent.accountId));
    await warm(headers, ids);
    const link = await linkOf(own.parent.accountId);
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [own.parent.accountId]);
    expect(await seenBy(headers, ids)).toEqual(shut);
    expect((await fetch(link)).status).toBe(401);
  });

  it('with a service token that is revoked', async () => {
    const { scenario, school } = callers;
    const { ids } = await theirs();
    const headers = await serviceToken(scenario, await scenario.schoolAdmin(school), {
      role: ServiceRole.SCHOOL_ADMIN,
      school,
      granted: [],
    });
    await warm(headers, ids, false);
    const digits = headers.authorization.slice('Bearer hubs_'.length).slice(0, 32);
    const serviceTokenId = `service-token_${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
    await done(callers.headers['district-admin'], RevokeServiceTokenDocument, { serviceTokenId });
    expect(await seenBy(headers, ids)).toEqual(shut);
  });
});
