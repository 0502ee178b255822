import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentNode, parse } from 'graphql';
import * as admin from '../../../../schema/generated/admin.ts';
import type { FamilyGuardian, ShiftOnOffer, StaffMember } from '../../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../../support/checks.ts';
import { Desk, type Answered } from '../../desk.ts';
import { whileHeld } from '../../while-held.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

type Sent = Promise<Answered<{ userErrors: [] }>>;
const send = (document: DocumentNode, who: { readonly accountId: string }, input: object): Sent =>
  desk.send(document as never, who, input);
const block = ({ guardianships }: FamilyGuardian): Sent =>
  send(admin.BlockGuardianDocument, head, {
    guardianshipId: `guardianship_${guardianships[0]!.id}`,
    reason: '学校的原因',
  });

const SOON = { startsAt: 20, endsAt: 80 } as const;
const soon = (): Promise<ShiftOnOffer> =>
  desk.offer({
    shift: {
      startsAt: desk.scenario.at(SOON.startsAt),
      endsAt: desk.scenario.at(SOON.endsAt),
      signupClosesAt: desk.scenario.at(19),
      cancelUntil: desk.scenario.at(10),
    },
    role: { capacity: 50 },
  });

describe('a block and a check-in', () => {
  const CHECK_IN = parse(
    'mutation ($input: CheckInInput!) { checkIn(input: $input) { userErrors { code message path } } }',
  );
  const ways: Record<string, (offered: ShiftOnOffer) => Promise<(who: FamilyGuardian, signupId: string) => Sent>> = {
    'the code': async (offered) => {
      const { payload } = await desk.send<object, { token: string; userErrors: [] }>(
        admin.ShowCheckInCodeDocument as never,
        desk.organiser,
        { shiftId: `shift_${offered.shift.id}` },
      );
      return (who) => send(CHECK_IN, who, { token: payload!.token });
    },
    'the list': (offered) =>
      Promise.resolve((_, signupId) =>
        send(admin.RecordAttendanceDocument, desk.organiser, {
          shiftId: `shift_${offered.shift.id}`,
          rows: [{ signupId, checkedInAt: desk.now.toISOString() }],
        }),
      ),
  };

  it.each(
    Object.keys(ways).flatMap(
      (way) =>
        [
          [way, true],
          [way, false],
        ] as const,
    ),
  )(
    'by %s, the check-in first: %s: either they have come and the place is theirs, or it has ended and they have not',
    async (way, checkInFirst) => {
      const offered = await soon();
      const { parent } = await desk.newFamily();
      const signupId = (await desk.signUp(parent, offered)).payload!.signup!.id;
      desk.now = desk.scenario.at(15);
      const comes = await ways[way]!(offered);
      // Both want the sign-up, which is held: they queue for it in this order.
      const [first, second] = checkInFirst
        ? [() => comes(parent, signupId), () => block(parent)]
        : [() => block(parent), () => comes(parent, signupId)];
      const sent: Sent[] = [];
      await whileHeld(desk, 'select id from signup where id = $1 for update', [signupId.slice(7)], async (waiting) => {
        sent.push(first());
        await waiting(1);
        sent.push(second());
        await waiting(2);
      });
      const answers = await Promise.all(sent);
      const checkedIn = checkInFirst ? answers[0]! : answers[1]!;
      const [row] = await desk.rows<{ status: string; came: boolean }>(
        'select sgn.status, exists (select 1 from attendance att where att.signup_id = sgn.id and att.checked_in_at is not null) as came from signup sgn where sgn.id = $1',
        signupId.slice(7),
      );
      expect([checkedIn.codes, row]).toEqual(
        checkInFirst
          ? [[], { status: 'CONFIRMED', came: true }]
          : [[expect.stringMatching(/NOT_ELIGIBLE|NOT_SIGNED_UP/)], { status: 'CANCELLED', came: false }],
      );
    },
  );
});

describe('a block and an approval', () => {
  it('a sign-up that waits is confirmed for nobody whom the activity is not for any more', async () => {
    const offered = await desk.offer({ role: { approvalRequired: true, capacity: 5 } });
    const { parent } = await desk.newFamily();
    const signupId = (await desk.signUp(parent, offered)).payload!.signup!.id;
    await desk.rows('update guardianship set data_access = false where id = $1', parent.guardianships[0]!.id);
    expect((await send(admin.ApproveSignupsDocument, desk.organiser, { signupIds: [signupId] })).codes).toEqual([
      'NOT_ELIGIBLE',
    ]);
    expect(await desk.places(offered)).toMatchObject({ taken: 0, confirmed: 0, pending: 1 });
    expect(
      (await send(admin.RejectSignupsDocument, desk.organiser, { signupIds: [signupId], reason: '名额有限' })).codes,
    ).toEqual([]);
  });

  it('at the same moment: no sign-up of theirs stands', async () => {
    const offered = await desk.offer({ role: { approvalRequired: true, capacity: 50 } });
    const asking = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { parent } = await desk.newFamily();
        return { parent, signupId: (await desk.signUp(parent, offered)).payload!.signup!.id };
      }),
    );
    await Promise.all(
      asking.flatMap(({ parent, signupId }) => [
        send(admin.ApproveSignupsDocument, desk.organiser, { signupIds: [signupId] }),
        block(parent),
      ]),
    );
    expect(await desk.places(offered)).toMatchObject({ taken: 0, confirmed: 0, pending: 0, engaged: 0 });
  });
});

describe('the end of a role and a decision of its holder', () => {
  interface Case {
    readonly organiser: StaffMember;
    readonly decide: () => Sent;
    /** What the decision would change. */
    readonly state: () => Promise<unknown>;
  }
  const organised = async (): Promise<StaffMember> => desk.scenario.teacher(desk.schoolClass);
  const row = (table: string, id: string) => (): Promise<unknown> =>
    desk.rows(`select to_jsonb(each) from ${table} each where id = $1`, id.slice(id.indexOf('_') + 1));

  const approval = async (document: DocumentNode, more: object): Promise<Case> => {
    const organiser = await organised();
    const offered = await desk.offer({ activity: { organiser: organiser.staff }, role: { approvalRequired: true } });
    const id = (await desk.signUp((await desk.newFamily()).parent, offered)).payload!.signup!.id;
    return {
      organiser,
      decide: () => send(document, organiser, { signupIds: [id], ...more }),
      state: row('signup', id),
    };
  };
  const cases: Readonly<Record<string, () => Promise<Case>>> = {
    approveSignups: () => approval(admin.ApproveSignupsDocument, {}),
    rejectSignups: () => approval(admin.RejectSignupsDocument, { reason: '名额有限' }),
    decideCancellationRequest: async () => {
      const organiser = await organised();
      const offered = await desk.offer({ activity: { organiser: organiser.staff } });
      const { parent } = await desk.newFamily();
      const id = (await desk.signUp(parent, offered)).payload!.signup!.id;
      desk.now = offered.shift.cancelUntil;
      expect((await desk.requestCancellation(parent, id)).codes).toEqual([]);
      return {
        organiser,
        decide: () => send(admin.DecideCancellationRequestDocument, organiser, { signupId: id, approve: true }),
        state: row('signup', id),
      };
    },
    decideStandIn: async () => {
      const organiser = await organised();
      const offered = await desk.offer({ activity: { organiser: organiser.staff }, role: { approvalRequired: true } });
      const [mother, father] = (await desk.newFamily(2)).guardians as [FamilyGuardian, FamilyGuardian];
      const signupId = (await desk.signUp(mother, offered)).payload!.signup!.id;
      await send(admin.ApproveSignupsDocument, organiser, { signupIds: [signupId] });
      desk.now = offered.shift.cancelUntil;
      const id = (await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` })).payload!
        .standIn!.id;
      expect((await desk.acceptStandIn(father, { standInId: id })).codes).toEqual([]);
      return {
        organiser,
        decide: () => send(admin.DecideStandInDocument, organiser, { standInId: id, approve: true }),
        state: row('stand_in', id),
      };
    },
    recordAttendance: async () => {
      const organiser = await organised();
      const offered = await desk.offer({ activity: { organiser: organiser.staff } });
      const id = (await desk.signUp((await desk.newFamily()).parent, offered)).payload!.signup!.id;
      desk.now = offered.shift.startsAt;
      return {
        organiser,
        state: () => desk.rows('select id from attendance where signup_id = $1', id.slice(7)),
        decide: () =>
          send(admin.RecordAttendanceDocument, organiser, {
            shiftId: `shift_${offered.shift.id}`,
            rows: [{ signupId: id, checkedInAt: desk.now.toISOString() }],
          }),
      };
    },
    publishVolunteerActivity: async () => {
      const organiser = await organised();
      const { activity } = await desk.offer({
        activity: { organiser: organiser.staff, status: 'DRAFT' as never, publishedAt: null },
        shift: { status: 'DRAFT' as never, publishedAt: null },
      });
      return {
        organiser,
        decide: () =>
          send(admin.PublishVolunteerActivityDocument, organiser, { activityId: `volunteer-activity_${activity.id}` }),
        state: row('volunteer_activity', activity.id),
      };
    },
    updateShiftRole: async () => {
      const organiser = await organised();
      const { role } = await desk.offer({ activity: { organiser: organiser.staff } });
      return {
        organiser,
        decide: () => send(admin.UpdateShiftRoleDocument, organiser, { roleId: `shift-role_${role.id}`, capacity: 40 }),
        state: row('shift_role', role.id),
      };
    },
    suspendVolunteer: async () => {
      const organiser = await desk.scenario.schoolAdmin(desk.school);
      const { parent } = await desk.newFamily();
      return {
        organiser,
        state: () => desk.rows('select id from volunteer_suspension where person_id = $1', parent.person.id),
        decide: () =>
          send(admin.SuspendVolunteerDocument, organiser, {
            guardianId: `guardian_${parent.guardian.id}`,
            schoolId: `school_${desk.school.id}`,
            reason: '多次缺勤',
            until: desk.scenario.at(9 * 1440).toISOString(),
          }),
      };
    },
    blockGuardian: async () => {
      const organiser = await desk.scenario.schoolAdmin(desk.school);
      const tie = (await desk.newFamily()).parent.guardianships[0]!.id;
      return {
        organiser,
        decide: () =>
          send(admin.BlockGuardianDocument, organiser, { guardianshipId: `guardianship_${tie}`, reason: '学校的原因' }),
        state: row('guardianship', tie),
      };
    },
  };

  it.each(Object.keys(cases))(
    '%s: what has begun by the role and comes after its end is refused, and nothing is written',
    async (name) => {
      const { organiser, decide, state } = await cases[name]!();
      const before = await state();
      let sent: Sent;
      await whileHeld(
        desk,
        'update staff_assignment set ended_at = now() where staff_id = $1',
        [organiser.staff.id],
        async (waiting) => {
          // The caller is who they were; the end waits to be committed.
          sent = decide();
          await waiting(1);
        },
      );
      const answer = await sent!;
      expect([answer.errors?.map(({ extensions }) => extensions.code), await state()]).toEqual([['FORBIDDEN'], before]);
    },
  );

  it.each(Object.keys(cases))('%s: is done as long as the role holds', async (name) => {
    const { decide, state } = await cases[name]!();
    const before = await state();
    expect((await decide()).codes).toEqual([]);
    expect(await state()).not.toEqual(before);
  });
});
