import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveStaffIdentitiesDocument,
  AssignRoleDocument,
  LinkStaffIdentityDocument,
  ReleaseStaffDocument,
  StaffIdentitiesDocument,
  UnlinkStaffIdentityDocument,
} from '../../schema/generated/admin.ts';
import {
  aDistrict,
  aSchool,
  aStaffAssignment,
  aStaffIdentity,
  daysAfter,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { StaffIdentity } from '../../src/domains/identity/index.ts';
import { District, School, StaffAssignment } from '../../src/domains/people/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import {
  ISSUER,
  startIdentityProvider,
  type IdentityProvider,
  type ProviderKey,
} from '../support/identity-provider.ts';
import { bearer, whoIs } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';

let provider: IdentityProvider;
let key: ProviderKey;
let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let administrator: StaffMember;
let second: StaffMember;

beforeAll(async () => {
  provider = await startIdentityProvider();
  key = await provider.newKey();
  hub = await startTestHub({ variables: provider.variables });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await hub.stop();
  await provider.stop();
});

type Whom = Pick<StaffMember, 'staff'>;

async function link({ staff }: Whom, subject: string, as = administrator) {
  const { data, errors } = await hub.ask(LinkStaffIdentityDocument, {
    as: as.accountId,
    variables: { input: { staffId: `staff_${staff.id}`, subject } },
  });
  return {
    id: data?.linkStaffIdentity.staffIdentity?.id,
    code: errors?.[0]?.extensions.code ?? data?.linkStaffIdentity.userErrors[0]?.code ?? 'OK',
  };
}

async function approve(id: string | undefined): Promise<string> {
  const { data, errors } = await hub.ask(ApproveStaffIdentitiesDocument, {
    as: second.accountId,
    variables: { input: { staffIdentityIds: [id!], errorPolicy: 'REJECT_EVERYTHING' } },
  });
  return errors?.[0]?.extensions.code ?? data?.approveStaffIdentities.userErrors[0]?.code ?? 'OK';
}

async function unlink(id: string, as = administrator): Promise<string> {
  const { data, errors } = await hub.ask(UnlinkStaffIdentityDocument, {
    as: as.accountId,
    variables: { input: { staffIdentityId: id } },
  });
  return errors?.[0]?.extensions.code ?? data?.unlinkStaffIdentity.userErrors[0]?.code ?? 'OK';
}

async function release({ staff }: Whom): Promise<void> {
  const { data } = await hub.ask(ReleaseStaffDocument, {
    as: administrator.accountId,
    variables: { input: { staffId: `staff_${staff.id}` } },
  });
  expect(data?.releaseStaff.userErrors).toEqual([]);
}

async function hire({ staff }: Whom, validFrom: string | null = null): Promise<void> {
  const { data } = await hub.ask(AssignRoleDocument, {
    as: administrator.accountId,
    variables: {
      input: { staffId: `staff_${staff.id}`, role: 'LECTURER', schoolId: `school_${school.id}`, validFrom },
    },
  });
  expect(data?.assignRole.userErrors).toEqual([]);
}

/** Who works for a district, and has left that of the administrators. */
async function workingElsewhere(subject: string) {
  const member = await scenario.staffMember({ role: 'LECTURER', school });
  const district = aDistrict();
  const elsewhere = aSchool({ district });
  const identity = aStaffIdentity({ account: member.account, issuer: ISSUER, subject });
  await scenario.write((put) => {
    put(District, district);
    put(School, elsewhere);
    put(StaffAssignment, aStaffAssignment({ staff: member.staff, role: 'SCHOOL_ADMIN', district, school: elsewhere }));
    put(StaffIdentity, identity);
  });
  return { ...member, identity: `staff-identity_${identity.id}` };
}

const signsIn = async (subject: string) => whoIs(hub, await provider.tokenFor(subject, key));

describe('whoever works for a district no more', () => {
  it('is linked by it to no subject, through which somebody else would read of their family', async () => {
    const parent = await family(scenario, [await scenario.schoolClass(await scenario.school())]);
    const former = await scenario.staffMember({ role: 'LECTURER', school }, parent.parent as never);
    const waits = await link(former, 'waits-for-a-second');
    await release(former);
    expect(await approve(waits.id)).toBe('NOT_FOUND');
    expect((await link(former, 'of-somebody-else')).code).toBe('NOT_FOUND');
    for (const subject of ['waits-for-a-second', 'of-somebody-else']) expect(await signsIn(subject)).toBe(401);
    const { rows } = await hub.database.pool.query('select 1 from staff_identity where account_id = $1', [
      parent.parent.accountId,
    ]);
    expect(rows).toEqual([]);
  });

  it('is let in by the provider no more, and reads of their family by their own sign-in; again with a role, again by it', async () => {
    const parent = await family(scenario, [await scenario.schoolClass(await scenario.school())]);
    const member = await scenario.staffMember({ role: 'LECTURER', school }, parent.parent as never);
    expect(await approve((await link(member, 'while-at-work')).id)).toBe('OK');
    expect(await signsIn('while-at-work')).toBe(`account_${parent.parent.accountId}`);
    await release(member);
    expect(await signsIn('while-at-work')).toBe(401);
    const { data } = await hub.ask('{ viewer { guardian { children { nodes { id } } } } }', {
      as: parent.parent.accountId,
    });
    expect(data).toMatchObject({
      viewer: { guardian: { children: { nodes: [{ id: `student_${parent.students[0]!.id}` }] } } },
    });
    await hire(member);
    expect(await signsIn('while-at-work')).toBe(`account_${parent.parent.accountId}`);
  });

  it('is linked before a role begins, and let in when it has', async () => {
    const member = await scenario.staffMember({ role: 'LECTURER', school });
    await release(member);
    await hire(member, daysAfter(new Date(), 20).toISOString().slice(0, 10));
    expect(await approve((await link(member, 'begins-later')).id)).toBe('OK');
    expect(await signsIn('begins-later')).toBe(401);
    await hub.database.pool.query(
      'update staff_assignment set valid_from = valid_from - 30 where staff_id = $1 and ended_at is null',
      [member.staff.id],
    );
    expect(await signsIn('begins-later')).toBe(`account_${member.accountId}`);
  });

  it('leaves a subject that can be linked to somebody else', async () => {
    const [former, next] = [
      await scenario.staffMember({ role: 'LECTURER', school }),
      await scenario.staffMember({ role: 'LECTURER', school }),
    ];
    expect(await approve((await link(former, 'handed-on')).id)).toBe('OK');
    expect((await link(next, 'handed-on')).code).toBe('SUBJECT_TAKEN');
    await release(former);
    const anew = await link(next, 'handed-on');
    expect(anew.code).toBe('OK');
    expect(await signsIn('handed-on')).toBe(401);
    expect(await approve(anew.id)).toBe('OK');
    expect(await signsIn('handed-on')).toBe(`account_${next.accountId}`);
  });

  it('is not shut out by it where they work now, and it reads their link no more', async () => {
    const member = await workingElsewhere('of-another-district');
    await release(member);
    const { data } = await hub.ask('query ($id: ID!) { node(id: $id) { id } }', {
      as: administrator.accountId,
      variables: { id: member.identity },
    });
    expect(data).toEqual({ node: null });
    const seen = await hub.ask(StaffIdentitiesDocument, {
      as: administrator.accountId,
      variables: { staff: `staff_${member.staff.id}` },
    });
    expect(JSON.stringify(seen.data)).not.toContain('of-another-district');
    expect(await unlink(member.identity)).toBe('NOT_FOUND');
    expect((await link(member, 'of-the-old-district')).code).toBe('NOT_FOUND');
    expect(await signsIn('of-another-district')).toBe(`account_${member.accountId}`);
  });
});

describe('whoever works for two districts', () => {
  it('is shut out by neither alone; what waits for a second administrator is taken back all the same', async () => {
    const member = await workingElsewhere('of-both-districts');
    expect(await unlink(member.identity)).toBe('ROLE_ELSEWHERE');
    expect(await signsIn('of-both-districts')).toBe(`account_${member.accountId}`);
    const waiting = aStaffIdentity({
      account: member.account,
      issuer: ISSUER,
      subject: 'waits',
      status: 'PENDING' as never,
      linkedAlone: false,
      linkedBy: administrator.staff,
    });
    await scenario.write((put) => put(StaffIdentity, waiting));
    expect(await unlink(`staff-identity_${waiting.id}`, second)).toBe('OK');
  });
});

it('a token of the provider is refused on the day after the last one of a role', async () => {
  const member = await scenario.staffMember({ role: 'LECTURER', school });
  expect(await approve((await link(member, 'until-yesterday')).id)).toBe('OK');
  await hub.database.pool.query(
    `update staff_assignment set valid_from = valid_from - 400, last_day_given = (now() at time zone 'Asia/Shanghai')::date - 1 where staff_id = $1`,
    [member.staff.id],
  );
  const { status } = await hub.ask('{ viewer { signedIn } }', {
    headers: bearer(await provider.tokenFor('until-yesterday', key)),
  });
  expect(status).toBe(401);
});
