import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import { family, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { endingsAt, REASON } from './endings.ts';

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

const { did, block, inbox, mine, statusOf, ENDINGS } = endingsAt(
  () => desk,
  () => head,
);

describe.each(ENDINGS)('%s', (name, end) => {
  it('ends the sign-up, frees the place and offers it on, and tells everybody what they may know', async () => {
    const offered = await desk.offer({ role: { capacity: 1 } });
    const [gone, next] = [await desk.newFamily(), await desk.newFamily()];
    await desk.signUp(gone.parent, offered);
    await desk.signUp(next.parent, offered, { ifFull: 'JOIN_WAITLIST' });
    expect((await mine(gone.parent)).timetable.nodes).toHaveLength(1);
    await end(gone);
    expect(await statusOf(gone.parent, offered)).toBe('CANCELLED');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 0, held: 1, engaged: 0 });
    expect(await desk.list(offered)).toBe('OFFERED');
    const left = await mine(gone.parent);
    expect([left.timetable.nodes, left.signups.nodes]).toEqual([
      [],
      [expect.objectContaining({ status: 'CANCELLED', shift: null })],
    ]);
    expect(JSON.stringify(left)).not.toContain(REASON);
    const told = await inbox(gone.parent);
    // Of a block nobody is told.
    const alsoTold = name === 'the end of the guardianship' ? ['监护关系已结束'] : [];
    expect(told.map(({ title }) => title)).toEqual(['报名已结束', ...alsoTold]);
    expect(JSON.stringify(told)).not.toContain(offered.activity.title);
    expect((await inbox(desk.organiser)).filter(({ title }) => title === '志愿者变动')).not.toEqual([]);
  });

  it('ends a waiting entry, and one for whom a place is held', async () => {
    const offered = await desk.full(1);
    const [waits, held] = [await desk.newFamily(), await desk.newFamily()];
    await desk.join(held.parent, offered);
    await desk.join(waits.parent, offered);
    await desk.cancelOf(offered.inside[0]!, offered);
    expect(await desk.list(offered)).toBe('OFFERED WAITING');
    await end(held);
    expect(await desk.list(offered)).toBe('INELIGIBLE OFFERED');
    await end(waits);
    expect(await desk.list(offered)).toBe('INELIGIBLE INELIGIBLE');
    expect(await desk.places(offered)).toMatchObject({ taken: 0, held: 0 });
    expect((await mine(waits.parent)).waitlistEntries.nodes).toEqual([]);
  });
});

describe('what rests on one child', () => {
  it('stays where another child of theirs is among those for whom it is', async () => {
    const offered = await desk.offer();
    const both = await family(desk.scenario, [desk.schoolClass, desk.schoolClass]);
    await desk.signUp(both.parent, offered);
    await block(both);
    expect(await statusOf(both.parent, offered)).toBe('CONFIRMED');
    await block(both, 1);
    expect(await statusOf(both.parent, offered)).toBe('CANCELLED');
  });

  it('ends where the other child is in another class than it is for', async () => {
    const other = await desk.scenario.schoolClass(desk.school);
    const both = await family(desk.scenario, [desk.schoolClass, other]);
    const offered = await desk.offer({ audience: await desk.scenario.audience({ schoolClass: desk.schoolClass }) });
    await desk.signUp(both.parent, offered);
    await block(both);
    expect(await statusOf(both.parent, offered)).toBe('CANCELLED');
  });

  it('stays where only the organiser has narrowed the audience: the place is kept, and one can check in', async () => {
    const offered = await desk.offer();
    const { parent } = await desk.newFamily();
    await desk.signUp(parent, offered);
    const other = await desk.scenario.schoolClass(desk.school);
    await did(admin.UpdateVolunteerActivityDocument, head, {
      activityId: `volunteer-activity_${offered.activity.id}`,
      revision: offered.activity.revision,
      audience: [{ classId: `class_${other.id}` }],
    });
    await desk.hub.hub.runJob('people.end-what-rested');
    expect(await statusOf(parent, offered)).toBe('CONFIRMED');
    expect((await mine(parent)).timetable.nodes).toHaveLength(1);
  });

  it('is a record where they have come already', async () => {
    const offered = await desk.offer();
    const gone = await desk.newFamily();
    const signup = (await desk.signUp(gone.parent, offered)).payload!.signup!.id.slice(7);
    await desk.rows(
      `insert into attendance (id, signup_id, shift_id, checked_in_at, checked_in_by) values (gen_random_uuid(), $1, $2, (select starts_at from shift where id = $2), 'LIST')`,
      signup,
      offered.shift.id,
    );
    await block(gone);
    expect(await statusOf(gone.parent, offered)).toBe('CONFIRMED');
  });
});

describe('checking in', () => {
  it.each(['the code', 'the list'])('decides anew whether it is for them: by %s', async (way) => {
    const offered = await desk.offer({
      shift: {
        startsAt: desk.scenario.at(20),
        endsAt: desk.scenario.at(80),
        signupClosesAt: desk.scenario.at(19),
        cancelUntil: desk.scenario.at(10),
      },
    });
    const gone = await desk.newFamily();
    const signupId = (await desk.signUp(gone.parent, offered).then(({ payload }) => payload?.signup?.id)) ?? '';
    expect(signupId).not.toBe('');
    await desk.rows(`update guardianship set data_access = false where id = $1`, gone.parent.guardianships[0]!.id);
    desk.now = desk.scenario.at(25);
    if (way === 'the code') {
      const code = await desk.send<object, { token: string; userErrors: [] }>(
        admin.ShowCheckInCodeDocument as never,
        desk.organiser,
        { shiftId: `shift_${offered.shift.id}` },
      );
      expect(
        (
          await desk.send(
            parse(
              'mutation ($input: CheckInInput!) { checkIn(input: $input) { userErrors { code message path } } }',
            ) as never,
            gone.parent,
            { token: code.payload!.token },
          )
        ).codes,
      ).toEqual(['NOT_ELIGIBLE']);
    } else {
      const row = { signupId, checkedInAt: desk.now.toISOString() };
      expect(
        (
          await desk.send(admin.RecordAttendanceDocument as never, desk.organiser, {
            shiftId: `shift_${offered.shift.id}`,
            rows: [row],
          })
        ).codes,
      ).toEqual(['NOT_ELIGIBLE']);
      // The right had ended while the shift ran.
      await desk.rows(
        'update signup set without_right_since = $2 where id = $1',
        signupId.replace('signup_', ''),
        desk.now,
      );
      desk.now = desk.scenario.at(81);
      expect(
        (
          await desk.send(admin.RecordAttendanceDocument as never, desk.organiser, {
            shiftId: `shift_${offered.shift.id}`,
            rows: [{ signupId, noShow: true }],
          })
        ).codes,
      ).toEqual(['NOT_ELIGIBLE']);
    }
    expect(await desk.rows('select 1 from attendance where shift_id = $1', offered.shift.id)).toEqual([]);
    await desk.hub.hub.runJob('volunteering.note-no-shows');
    expect(await desk.rows('select 1 from attendance where shift_id = $1', offered.shift.id)).toEqual([]);
  });
});

describe('at the same moment', () => {
  it('whoever is blocked and signs up, is offered a place and accepts it: no sign-up of theirs stands', async () => {
    const offered = await desk.offer({ role: { capacity: 50 } });
    const races = await Promise.all(Array.from({ length: 12 }, () => desk.newFamily()));
    await Promise.all(
      races.flatMap((each, index) => {
        const [first, second] = [() => block(each), () => desk.signUp(each.parent, offered)];
        return index % 2 === 0 ? [first(), second()] : [second(), first()];
      }),
    );
    const standing = await desk.rows(
      `select 1 from signup where role_id = $1 and status in ('PENDING', 'CONFIRMED')`,
      offered.role.id,
    );
    expect(standing).toEqual([]);
    expect(await desk.places(offered)).toMatchObject({ taken: 0, confirmed: 0, engaged: 0 });
  });

  it('a place that is held is accepted or taken away, never both', async () => {
    const offered = await desk.full(6);
    const races = await Promise.all(Array.from({ length: 6 }, () => desk.newFamily()));
    for (const each of races) await desk.join(each.parent, offered);
    for (const each of offered.inside) await desk.cancelOf(each, offered);
    const entries = await Promise.all(races.map((each) => desk.entryOf(each.parent, offered)));
    await Promise.all(
      races.flatMap((each, index) => [desk.accept(each.parent, entries[index]!.globalId), block(each)]),
    );
    expect(
      await desk.rows(
        `select 1 from signup where role_id = $1 and status in ('PENDING', 'CONFIRMED')`,
        offered.role.id,
      ),
    ).toEqual([]);
    expect(await desk.places(offered)).toMatchObject({ taken: 0, confirmed: 0, held: 0, engaged: 0 });
  });
});

describe('a role at the school that ends', () => {
  const endRole = async (member: StaffMember): Promise<void> => {
    const [assignment] = await desk.rows<{ id: string }>(
      'select id from staff_assignment where staff_id = $1 and ended_at is null',
      member.staff.id,
    );
    await did(admin.EndAssignmentDocument, head, { assignmentId: `staff-assignment_${assignment!.id}` });
  };

  it('hides what its holder was told of volunteers, and tells the administrators once which activities have nobody', async () => {
    const organiser = await desk.scenario.teacher(desk.schoolClass);
    const offers = await Promise.all(
      ['图书角整理', '放学护导'].map((title) => desk.offer({ activity: { title, organiser: organiser.staff } })),
    );
    const { parent } = await desk.newFamily();
    const signup = (await desk.signUp(parent, offers[0]!)).payload!.signup!.id;
    desk.now = offers[0]!.shift.cancelUntil;
    await desk.requestCancellation(parent, signup);
    expect((await inbox(organiser)).map(({ title }) => title)).toEqual(['申请取消报名']);
    await endRole(organiser);
    expect((await inbox(organiser)).map(({ title }) => title)).toEqual(['任职已结束']);
    await desk.hub.hub.runJob('people.end-what-rested');
    const told = (await inbox(head)).filter(({ title }) => title === '活动缺少组织者');
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('图书角整理');
    expect(told[0]!.body).toContain('放学护导');
  });
});
