import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysAfter, WRITTEN_AT } from '../../seeds/factories/index.ts';
import { writeOneOfEverything } from '../contract/one-of-everything.ts';
import { nodeTypes, reachableFor, typeOfId } from '../support/crawl.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { saidOf } from '../support/held-to.ts';
import { rootsById } from './calls.ts';
import { REACH_ROLES as ROLES, type ReachRole as Role } from './caller-names.ts';

const all: readonly Role[] = ROLES;
const signedIn: readonly Role[] = ['parent', 'schoolAdmin', 'districtAdmin', 'analyst'];
const family: readonly Role[] = ['parent', 'schoolAdmin'];

/**
 * Who reaches which type at all, along whatever root field and relation, in a world that has one of everything, written by hand:
 * here, or as `reachedBy` of the domain's held-to.ts. A type that is in neither is one that nobody thought about.
 */
const REACHED_BY: Readonly<Record<string, readonly Role[]>> = {
  ...saidOf('reachedBy'),
  District: all,
  School: all,
  SchoolYear: all,
  Term: all,
  CalendarDay: all,
  Grade: all,
  Audience: all,
  AudienceTarget: all,
  SchoolClass: signedIn,
  Room: ['parent', 'schoolAdmin', 'districtAdmin'],
  Student: family,
  ClassMembership: family,
  Guardian: family,
  Guardianship: family,
  Household: family,
  BindingCode: ['schoolAdmin'],
  // Parents see who teaches the class of their child.
  Staff: signedIn,
  StaffAssignment: signedIn,
  Account: signedIn,
  AccountJoin: ['schoolAdmin'],
  RoleRequest: ['schoolAdmin', 'districtAdmin'],
  Session: ['parent'],
  StaffIdentity: ['schoolAdmin', 'districtAdmin'],
  ServiceToken: ['districtAdmin'],
  AuditRecord: ['schoolAdmin', 'districtAdmin'],
  AccessRecord: ['parent', 'schoolAdmin', 'districtAdmin'],
  Engagement: ['parent'],
  // Each sees what they were told themself, and in this world that is the parent.
  Notice: ['parent'],
  PolicyDocument: all,
  PolicyEdition: all,
  PolicyLecture: all,
  Segment: all,
  Topic: all,
  Course: all,
  CourseEdition: all,
  Chapter: all,
  Lecturer: all,
  Lesson: all,
  Meeting: signedIn,
  AgendaItem: signedIn,
  MeetingInvitation: family,
  MeetingReply: family,
  VolunteerActivity: signedIn,
  ShiftSeries: ['schoolAdmin', 'districtAdmin'],
  Shift: signedIn,
  ShiftRole: signedIn,
  Signup: family,
  ServiceRecord: family,
  Attendance: family,
  ParentLecture: family,
  StandIn: family,
  WaitlistEntry: family,
  WaitlistSkip: family,
  VolunteerSuspension: ['parent', 'schoolAdmin', 'districtAdmin'],
  VolunteerQualification: ['parent', 'schoolAdmin', 'districtAdmin'],
  ServiceCertificate: ['parent', 'schoolAdmin', 'districtAdmin'],
};

const now = daysAfter(WRITTEN_AT, 95);
let hub: TestHub;
const accounts: Partial<Record<Role, string>> = {};
const reached = new Map<Role, ReadonlySet<string>>();

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => now,
    variables: {
      MAX_COST_GUEST: '10000000',
      MAX_COST_GUARDIAN: '10000000',
      MAX_COST_STAFF: '10000000',
      MAX_COST_ANALYST: '10000000',
    },
  });
  Object.assign(accounts, (await writeOneOfEverything(hub.database, now)).accounts);
  for (const role of ROLES) reached.set(role, await reachableFor(hub, accounts[role]));
});
afterAll(() => hub.stop());

describe('who reaches which types', () => {
  it('is written down for every type', () => {
    const types = nodeTypes.map((type) => type.name);
    expect(
      types.filter((name) => !(name in REACHED_BY)),
      'say as `reachedBy` of test/<domain>/held-to.ts who reaches it',
    ).toEqual([]);
    expect(Object.keys(REACHED_BY).filter((name) => !types.includes(name))).toEqual([]);
  });

  it.each(ROLES)('is, for a %s, as REACHED_BY says', (role) => {
    const types = new Set([...reached.get(role)!].map((id) => typeOfId(id).name));
    expect([...types].sort()).toEqual(
      Object.keys(REACHED_BY)
        .filter((name) => REACHED_BY[name]!.includes(role))
        .sort(),
    );
  });
});

describe('what a caller cannot reach along relations', () => {
  it.each(ROLES)('is answered to a %s by no root field either', async (role) => {
    const world = [...new Set([...reached.values()].flatMap((ids) => [...ids]))];
    const answered = new Set<string>();
    for (let start = 0; start < world.length; start += 100) {
      const { data } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        as: accounts[role],
        variables: { ids: world.slice(start, start + 100) },
      });
      for (const node of data!['nodes'] as ({ id: string } | null)[]) if (node) answered.add(node.id);
    }
    for (const id of world) {
      const root = rootsById.get(typeOfId(id).name);
      if (root === undefined) continue;
      const { data } = await hub.ask(`query ($id: ID!) { ${root}(id: $id) { id } }`, {
        as: accounts[role],
        variables: { id },
      });
      expect([root, Boolean(data?.[root])]).toEqual([root, answered.has(id)]);
    }
    // What was written because somebody else has read since is no leak.
    expect([...answered].filter((id) => !reached.get(role)!.has(id) && !id.startsWith('access-record_'))).toEqual([]);
  });
});
