import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AddShiftRoleDocument,
  ApproveSignupsDocument,
  DecideStandInDocument,
  EndAssignmentDocument,
  RemoveShiftRoleDocument,
  UpdateShiftRoleDocument,
  UpdateVolunteerActivityDocument,
} from '../../../schema/generated/admin.ts';
import { CancelSignupDocument, SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { aShift, aShiftRole, aStaffAssignment, minutesAfter } from '../../../seeds/factories/index.ts';
import {
  family,
  openShift,
  type Family,
  type ShiftOnOffer,
  type ShiftOptions,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { StaffAssignment, StaffRole } from '../../../src/domains/people/index.ts';
import { Shift, ShiftRole } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { caller } from '../organising/organisers.ts';

let desk: Desk;
let admin: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  admin = await desk.scenario.schoolAdmin(desk.school);
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const call = caller(() => desk.hub);

interface RunsIt {
  readonly own: Family;
  readonly me: StaffMember;
}

/** A parent who administers the school of their child. */
async function runsIt(): Promise<RunsIt> {
  const own = await family(desk.scenario, [desk.schoolClass]);
  return {
    own,
    me: await desk.scenario.staffMember({ role: StaffRole.SCHOOL_ADMIN, school: desk.school }, own.parent),
  };
}

const roleId = ({ role }: Pick<ShiftOnOffer, 'role'>): string => `shift-role_${role.id}`;
const offer = (role: NonNullable<ShiftOptions['role']>): Promise<ShiftOnOffer> =>
  openShift(desk.scenario, desk.organiser, { school: desk.school, role });
const loosened = async (offered: ShiftOnOffer, { me }: RunsIt): Promise<void> => {
  expect(
    (await call(UpdateShiftRoleDocument, me, { roleId: roleId(offered), approvalRequired: false, qualification: '' }))
      .codes,
  ).toEqual([]);
};
async function signsUp(id: string, { parent }: Pick<Family, 'parent'>) {
  const { payload, codes } = await call(SignUpForShiftDocument, parent, { roleId: id, acceptRiskNotice: true });
  expect(codes).toEqual([]);
  return payload['signup'] as { readonly id: string; readonly status: string };
}

describe('whoever runs a shift does not take themself in where its organiser chooses the volunteers', () => {
  it('by a role of which they no longer ask approval: their own sign-up waits for somebody else, and that of others does not', async () => {
    const [offered, who] = [await offer({ approvalRequired: true, capacity: 3 }), await runsIt()];
    const first = await signsUp(roleId(offered), who.own);
    expect((await call(ApproveSignupsDocument, who.me, { signupIds: [first.id] })).codes).toEqual(['OWN_SIGNUP']);
    expect((await call(CancelSignupDocument, who.own.parent, { signupId: first.id })).codes).toEqual([]);
    await loosened(offered, who);
    const again = await signsUp(roleId(offered), who.own);
    expect(again.status).toBe('PENDING');
    expect((await signsUp(roleId(offered), await family(desk.scenario, [desk.schoolClass]))).status).toBe('CONFIRMED');
    expect((await call(ApproveSignupsDocument, who.me, { signupIds: [again.id] })).codes).toEqual(['OWN_SIGNUP']);
    expect((await call(ApproveSignupsDocument, admin, { signupIds: [again.id] })).codes).toEqual([]);
    expect(
      await desk.rows(
        'select status, decided_by_id = $2 as by_other from signup where id = $1',
        again.id.replace('signup_', ''),
        admin.staff.id,
      ),
    ).toEqual([{ status: 'CONFIRMED', by_other: true }]);
  });

  it('by a role of which they no longer ask a certificate', async () => {
    const [offered, who] = [await offer({ qualification: '急救员' }), await runsIt()];
    expect(
      (await call(SignUpForShiftDocument, who.own.parent, { roleId: roleId(offered), acceptRiskNotice: true })).codes,
    ).toEqual(['NOT_QUALIFIED']);
    await loosened(offered, who);
    expect((await signsUp(roleId(offered), who.own)).status).toBe('PENDING');
  });

  it('nor by another role that they make in its place, nor by a further shift of the activity', async () => {
    const [offered, who] = [await offer({ approvalRequired: true }), await runsIt()];
    const added = await call(AddShiftRoleDocument, who.me, {
      shiftId: `shift_${offered.shift.id}`,
      name: '机动岗',
      capacity: 2,
    });
    expect((await call(RemoveShiftRoleDocument, who.me, { roleId: roleId(offered) })).codes).toEqual([]);
    expect((await signsUp(added.payload['role'].id as string, who.own)).status).toBe('PENDING');
    const startsAt = minutesAfter(offered.shift.startsAt, 300);
    const shift = aShift({
      activity: offered.activity,
      startsAt,
      endsAt: minutesAfter(startsAt, 60),
      publishedAt: offered.shift.publishedAt,
    });
    const role = aShiftRole({ shift });
    await desk.scenario.write((put) => {
      put(Shift, shift);
      put(ShiftRole, role);
    });
    expect((await signsUp(roleId({ role }), who.own)).status).toBe('PENDING');
  });

  it('nor as one who administers the district, which may change the roles of its schools', async () => {
    const [offered, own] = [await offer({ approvalRequired: true }), await family(desk.scenario, [desk.schoolClass])];
    const me = await desk.scenario.staffMember(
      { role: StaffRole.SUBJECT_TEACHER, school: desk.school, schoolClass: desk.schoolClass },
      own.parent,
    );
    await desk.scenario.write((put) =>
      put(
        StaffAssignment,
        aStaffAssignment({ staff: me.staff, role: StaffRole.DISTRICT_ADMIN, district: desk.scenario.district }),
      ),
    );
    await loosened(offered, { own, me });
    expect((await signsUp(roleId(offered), own)).status).toBe('PENDING');
  });

  it('nor when they have handed the activity over since, or lost the role by which they could loosen it', async () => {
    const own = await family(desk.scenario, [desk.schoolClass]);
    const me = await desk.scenario.staffMember(
      { role: StaffRole.SUBJECT_TEACHER, school: desk.school, schoolClass: desk.schoolClass, subject: '数学' },
      own.parent,
    );
    const ran = await openShift(desk.scenario, me, {
      school: desk.school,
      role: { approvalRequired: true, qualification: '急救证' },
    });
    await loosened(ran, { own, me });
    const [row] = await desk.rows('select revision from volunteer_activity where id = $1', ran.activity.id);
    const handedOver = {
      activityId: `volunteer-activity_${ran.activity.id}`,
      revision: (row as { revision: number }).revision,
      organiserId: `staff_${desk.organiser.staff.id}`,
    };
    expect((await call(UpdateVolunteerActivityDocument, me, handedOver)).codes).toEqual([]);
    expect((await signsUp(roleId(ran), own)).status).toBe('PENDING');

    const [offered, who] = [await offer({ approvalRequired: true }), await runsIt()];
    await loosened(offered, who);
    expect(
      (await call(EndAssignmentDocument, admin, { assignmentId: `staff-assignment_${who.me.assignment.id}` })).codes,
    ).toEqual([]);
    expect((await signsUp(roleId(offered), who.own)).status).toBe('PENDING');
    expect((await signsUp(roleId(offered), await family(desk.scenario, [desk.schoolClass]))).status).toBe('CONFIRMED');
  });

  it('but where nothing was ever asked they sign up as anybody does', async () => {
    const [offered, who] = [await offer({}), await runsIt()];
    expect((await signsUp(roleId(offered), who.own)).status).toBe('CONFIRMED');
  });

  it('in a crowd', async () => {
    const [offered, who] = [await offer({ approvalRequired: true, capacity: 20 }), await runsIt()];
    await loosened(offered, who);
    const others = await desk.parents(8);
    const signups = await Promise.all(
      [who.own.parent, ...others].map((parent) => signsUp(roleId(offered), { parent })),
    );
    expect(signups.map(({ status }) => status)).toEqual(['PENDING', ...others.map(() => 'CONFIRMED')]);
  });

  it('by taking over the place of somebody: the organiser decides first', async () => {
    const [offered, who, giver] = [await offer({ approvalRequired: true }), await runsIt(), await desk.newFamily()];
    await loosened(offered, who);
    const given = await signsUp(roleId(offered), giver);
    const { payload } = await desk.offerStandIn(giver.parent, given.id);
    const { codes, payload: taken } = await desk.acceptStandIn(who.own.parent, { code: payload!.code! });
    expect([codes, taken?.standIn]).toMatchObject([[], { status: 'PENDING' }]);
    const decision = { standInId: payload!.standIn!.id, approve: true };
    expect((await call(DecideStandInDocument, who.me, decision)).codes).toEqual(['OWN_SIGNUP']);
    expect((await call(DecideStandInDocument, admin, decision)).codes).toEqual([]);
  });

  it('by the waiting list: they ask for the place that they are offered', async () => {
    const [offered, who, before] = [
      await offer({ approvalRequired: true, capacity: 1 }),
      await runsIt(),
      await desk.newFamily(),
    ];
    await loosened(offered, who);
    const held = await signsUp(roleId(offered), before);
    expect(
      (
        await call(SignUpForShiftDocument, who.own.parent, {
          roleId: roleId(offered),
          acceptRiskNotice: true,
          ifFull: 'JOIN_WAITLIST',
        })
      ).codes,
    ).toEqual([]);
    expect((await call(CancelSignupDocument, before.parent, { signupId: held.id })).codes).toEqual([]);
    expect((await signsUp(roleId(offered), who.own)).status).toBe('PENDING');
  });

  it('nor past those who gave a place up to the list, who keep it', async () => {
    const [offered, who, giver] = [
      await offer({ approvalRequired: true, capacity: 1 }),
      await runsIt(),
      await desk.newFamily(),
    ];
    await loosened(offered, who);
    const given = await signsUp(roleId(offered), giver);
    expect(
      (
        await call(SignUpForShiftDocument, who.own.parent, {
          roleId: roleId(offered),
          acceptRiskNotice: true,
          ifFull: 'JOIN_WAITLIST',
        })
      ).codes,
    ).toEqual([]);
    expect((await desk.offerStandIn(giver.parent, given.id, { toWaitlist: true })).codes).toEqual([]);
    expect((await signsUp(roleId(offered), who.own)).status).toBe('PENDING');
    expect(await desk.rows('select status from signup where id = $1', given.id.replace('signup_', ''))).toEqual([
      { status: 'CONFIRMED' },
    ]);
  });
});
