import { anEngagement, aSignup } from '../../../seeds/factories/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import { Signup, SignupStatus } from '../../../src/domains/volunteering/index.ts';
import { UNCOUNTED, type Plant } from '../../checks/plant.ts';

const shiftSchool = 'update shift set school_id = $2 where id = $1';

export const volunteeringPlants: readonly Plant[] = [
  {
    check: 'volunteering.news-stands',
    how: 'a reminder stands of a place that had been handed over',
    async write({ run }, { waitingList: { replacement } }) {
      await run(
        `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id)
      select gen_random_uuid(), now(), given.person_id, 'volunteering.shift-soon', '{}', 'signup', given.id from signup took join signup given on given.id = took.stands_in_for_id where took.id = $1`,
        replacement.id,
      );
      await run(
        "update notice set rests_on = null where kind = 'volunteering.shift-soon' and about_id = (select stands_in_for_id from signup where id = $1)",
        replacement.id,
      );
    },
  },
  {
    check: 'volunteering.day-off-is-told',
    how: 'another shift of the day is had, and that this one is off is shown no more',
    async write({ run }, { series: { wednesday }, confirmed }) {
      await run(
        "update shift set status = 'CANCELLED', cancelled_at = now(), cancel_reason = '放假', off_calendar = true where id = $1",
        wednesday.id,
      );
      await run(
        `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, rests_on)
      select gen_random_uuid(), now(), sgn.person_id, 'volunteering.shift-cancelled', '{}', 'shift', $1, '{}' from signup sgn where sgn.id = $2`,
        wednesday.id,
        confirmed.id,
      );
    },
  },
  {
    check: 'volunteering.named-by-right',
    how: 'a record of somebody names a shift whether they may see it or not',
    async write({ run }, { confirmed }) {
      await run(
        `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id)
      select gen_random_uuid(), now(), person_id, 'volunteering.no-show-corrected', '{"shift": "护学岗"}', 'signup', id from signup where id = $1`,
        confirmed.id,
      );
      await run('update notice set names_rest_on = null where about_id = $1', confirmed.id);
    },
  },
  {
    check: 'volunteering.place-rests-on-child',
    how: 'a guardian is blocked for every child, and the sign-up stands',
    async write({ run }, { confirmed, first: { parent } }) {
      await run(`update engagement set rests_on = '{}' where source_id = $1`, confirmed.id);
      await run(
        `update guardianship set status = 'BLOCKED', data_access = false, approved_before_block = true, data_access_before_block = data_access, decided_at = created_at, decision_reason = '测试' where guardian_id = $1 and status = 'ACTIVE'`,
        parent.guardian.id,
      );
    },
  },
  {
    check: 'volunteering.places-taken',
    how: 'fewer than are confirmed',
    write: ({ run }, { offered }) =>
      run(UNCOUNTED).then(() => run('update shift_role set places_taken = 1 where id = $1', offered.role.id)),
  },
  {
    check: 'volunteering.places-taken',
    how: 'one is counted who only waits for approval',
    write: ({ run }, { approved }) =>
      run(UNCOUNTED).then(() => run('update shift_role set places_taken = 1 where id = $1', approved.id)),
  },
  {
    check: 'volunteering.capacity',
    how: 'capacity falls below what is confirmed',
    refusedBy: 'shift_role_places_within_capacity',
    write: ({ run }, { offered }) => run('update shift_role set capacity = 1 where id = $1', offered.role.id),
  },
  {
    check: 'volunteering.one-active-signup',
    how: 'for two roles of one shift, though only one of them can occupy the time',
    alsoBreaks: ['volunteering.signup-occupies-time'],
    refusedBy: 'signup_one_active',
    write: ({ row }, { approved, first }) =>
      row(Signup, aSignup({ role: approved, guardian: first.parent.guardian, status: SignupStatus.PENDING })),
  },
  {
    check: 'volunteering.signup-of-role',
    how: 'the shift is not that of the role',
    refusedBy: 'signup_of_its_role',
    write: ({ run }, { gaveUp, backToBack }) =>
      run('update signup set shift_id = $2 where id = $1', gaveUp.id, backToBack.shift.id),
  },
  {
    check: 'volunteering.signup-of-role',
    how: 'the person is not that of the guardian',
    write: ({ run }, { gaveUp, first }) =>
      run('update signup set person_id = $2 where id = $1', gaveUp.id, first.parent.person.id),
  },
  {
    check: 'volunteering.signup-of-role',
    how: 'the household is not one of the guardian',
    write: ({ run }, { confirmed, second }) =>
      run('update signup set household_id = $2 where id = $1', confirmed.id, second.household.id),
  },
  {
    check: 'volunteering.signup-occupies-time',
    how: 'the time is given back and the sign-up stands',
    write: ({ run }, { confirmed }) =>
      run("update engagement set status = 'ENDED', ended_at = starts_at where source_id = $1", confirmed.id),
  },
  {
    check: 'volunteering.signup-occupies-time',
    how: 'whoever waits for approval is not engaged',
    write: ({ run }, { waiting }) => run('delete from engagement where source_id = $1', waiting.id),
  },
  {
    check: 'volunteering.signup-occupies-time',
    how: 'somebody else is engaged',
    alsoBreaks: ['volunteering.engagement-has-signup'],
    write: ({ run }, { confirmed, first }) =>
      run('update engagement set person_id = $2 where source_id = $1', confirmed.id, first.guardians[1]!.person.id),
  },
  ...['starts_at', 'ends_at'].map((edge): Plant => ({
    check: 'volunteering.signup-occupies-time',
    how: `the shift is a minute longer, and the time of those who signed up is not: ${edge}`,
    write: ({ run }, { backToBack }) =>
      run(
        `update shift set ${edge} = ${edge} + interval '${edge === 'ends_at' ? 1 : -1} minute' where id = $1`,
        backToBack.shift.id,
      ),
  })),
  {
    check: 'volunteering.engagement-has-signup',
    how: 'the sign-up is cancelled and the time stays occupied',
    write: ({ run }, { waiting }) =>
      run("update signup set status = 'CANCELLED', cancelled_at = now() where id = $1", waiting.id),
  },
  {
    check: 'volunteering.engagement-has-signup',
    how: 'the time of somebody else',
    write: ({ row }, { confirmed, offered: { shift }, first }) =>
      row(
        Engagement,
        anEngagement({
          person: first.guardians[1]!.person,
          sourceId: confirmed.id,
          kind: EngagementKind.SHIFT_SIGNUP,
          startsAt: shift.startsAt,
          endsAt: shift.endsAt,
        }),
      ),
  },
  {
    check: 'volunteering.engagement-has-signup',
    how: 'the time of somebody whose other sign-up stands',
    write: ({ row }, { gaveUp, third, scenario }) =>
      row(
        Engagement,
        anEngagement({
          person: third.parent.person,
          sourceId: gaveUp.id,
          kind: EngagementKind.SHIFT_SIGNUP,
          startsAt: scenario.at(60),
          endsAt: scenario.at(120),
        }),
      ),
  },
  {
    check: 'volunteering.cancelled-shift-has-no-signups',
    how: 'the shift is cancelled, its sign-ups are not',
    write: ({ run }, { offered }) =>
      run(
        "update shift set status = 'CANCELLED', cancelled_at = now(), cancel_reason = '天气原因' where id = $1",
        offered.shift.id,
      ),
  },
  {
    check: 'volunteering.cancelled-shift-has-no-signups',
    how: 'the shift is a draft again',
    write: ({ run }, { offered }) =>
      run("update shift set status = 'DRAFT', published_at = null where id = $1", offered.shift.id),
  },
  {
    check: 'volunteering.pending-only-where-approved',
    how: 'the role needs approval no longer, and somebody still waits',
    write: ({ run }, { approved }) => run('update shift_role set approval_required = false where id = $1', approved.id),
  },
  {
    check: 'volunteering.shift-of-activity',
    how: 'in another district',
    write: ({ run }, { backToBack, elsewhere }) =>
      run('update shift set district_id = $2 where id = $1', backToBack.shift.id, elsewhere.id),
  },
  {
    check: 'volunteering.shift-of-activity',
    how: "at a school, of an activity of the district's own",
    write: ({ run }, { backToBack, school }) => run(shiftSchool, backToBack.shift.id, school.id),
  },
  {
    check: 'volunteering.shift-of-activity',
    how: 'at no school, of an activity of a school',
    write: ({ run }, { offered }) => run(shiftSchool, offered.shift.id, null),
  },
  {
    check: 'volunteering.shift-of-activity',
    how: 'published before the activity, and cancelled since',
    write: ({ run }, { unpublishedShift }) =>
      run(
        "update shift set status = 'CANCELLED', published_at = now(), cancelled_at = now(), cancel_reason = '天气原因' where id = $1",
        unpublishedShift.id,
      ),
  },
  {
    check: 'volunteering.shift-of-activity',
    how: 'takes place though the activity is cancelled',
    write: ({ run }, { backToBack }) =>
      run(
        "update volunteer_activity set status = 'CANCELLED', cancelled_at = published_at, cancel_reason = '天气原因' where id = $1",
        backToBack.activity.id,
      ),
  },
  {
    check: 'volunteering.activity-of-school',
    how: 'of a school of another district',
    async write({ run }, { unpublished, unpublishedShift, schoolElsewhere }) {
      await run('update volunteer_activity set school_id = $2 where id = $1', unpublished.id, schoolElsewhere.id);
      await run(shiftSchool, unpublishedShift.id, schoolElsewhere.id);
    },
  },
];
