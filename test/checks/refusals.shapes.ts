import type { Refusal } from './plant.ts';
import { serviceShapes } from './volunteering/refusals.service.ts';
import { volunteerShapes } from './volunteering/refusals.volunteers.ts';

/** Ranges and shapes: what no row may be like, whatever stands beside it. */
const statements: Readonly<Record<string, readonly string[]>> = {
  grade_number_range: ['update grade set number = 0 where number = 1', 'update grade set number = 10 where number = 9'],
  person_phone_shape: ["update person set phone = '010-12345678'"],
  school_code_shape: ["update school set code = '110101'"],
  room_capacity_positive: ['update room set capacity = 0'],
  school_year_dates: ['update school_year set ends_on = starts_on'],
  school_class_number_range: ['update school_class set number = 0', 'update school_class set number = 61'],
  student_leaving_whole: ["update student set left_on = '2026-10-01'", "update student set leaving = 'GRADUATED'"],
  class_membership_left: [
    "update class_membership set left_on = joined_on where status = 'ACTIVE'",
    "update class_membership set left_on = joined_on - 1 where status = 'ENDED'",
  ],
  term_dates: ['update term set ends_on = starts_on'],
  term_number_range: ['update term set number = 0 where number = 1', 'update term set number = 5 where number = 2'],
  staff_assignment_dates: ['update staff_assignment set last_day_given = valid_from - 1'],
  guardianship_dates: ['update guardianship set valid_to = valid_from - 1'],
  audience_target_shape: [
    'update audience_target set school_class_id = c.id, school_id = c.school_id from school_class c',
    'update audience_target set school_class_id = c.id, grade_id = c.grade_id from school_class c',
    "update audience_target set school_class_id = c.id, stage = 'PRIMARY' from school_class c",
    "update audience_target set grade_id = g.id, stage = 'PRIMARY' from grade g",
  ],

  session_ended: [
    'update session set ended_at = now() where ending is null',
    'update session set ended_at = null where ending is not null',
  ],
  session_times: [
    'update session set expires_at = started_at',
    "update session set last_used_at = started_at - interval '1 millisecond'",
    "update session set expires_at = started_at + interval '180 days 1 millisecond'",
  ],
  service_token_node: [
    "update service_token set role = 'DISTRICT_ADMIN' where school_id is not null",
    "update service_token set role = 'SCHOOL_ADMIN' where school_id is null",
  ],
  service_token_times: [
    'update service_token set expires_at = issued_at',
    "update service_token set expires_at = issued_at + interval '366 days 1 millisecond'",
  ],

  engagement_ended: [
    "update engagement set status = 'ENDED' where status = 'ACTIVE'",
    "update engagement set ended_at = starts_at where status = 'ACTIVE'",
  ],
  engagement_times: ['update engagement set ends_at = starts_at'],
  engagement_subject: ['update engagement set person_id = p.id, room_id = r.id from person p, room r'],

  policy_document_level_node: [
    "update policy_document set level = 'SCHOOL' where school_id is null",
    "update policy_document set level = 'DISTRICT' where school_id is not null",
    "update policy_document set level = 'DISTRICT' where district_id is null",
    "update policy_document set level = 'NATIONAL' where district_id is not null",
    "update policy_document set level = 'CITY' where district_id is not null",
  ],
  policy_edition_published_at_known: ["update policy_edition set status = 'PUBLISHED' where published_at is null"],
  policy_edition_ending_known: [
    "update policy_edition set effective_to = '2099-12-31' where ending is null",
    "update policy_edition set ending = 'REPEALED' where effective_to is null",
  ],
  policy_edition_dates: ["update policy_edition set effective_to = effective_from - 1, ending = 'REPEALED'"],
  policy_edition_number_positive: ['update policy_edition set number = 0 where number = 1'],
  segment_ordinal_positive: ['update segment set ordinal = 0 where ordinal = 1'],
  policy_lecture_published_at_known: ["update policy_lecture set status = 'PUBLISHED' where published_at is null"],
  policy_lecture_media_url_shape: ["update policy_lecture set media_url = 'http://media.example/1.mp4'"],
  policy_lecture_duration_positive: ['update policy_lecture set duration_minutes = 0'],

  course_edition_published_at_known: ["update course_edition set status = 'PUBLISHED' where published_at is null"],
  course_edition_credit_not_negative: ['update course_edition set credit_minutes = -1'],
  course_edition_number_positive: ['update course_edition set number = 0 where number = 1'],
  chapter_ordinal_positive: ['update chapter set ordinal = 0 where ordinal = 1'],
  lesson_ordinal_positive: ['update lesson set ordinal = 0 where ordinal = 1'],
  lesson_duration_positive: ['update lesson set duration_seconds = 0'],
  lesson_media_url_shape: ["update lesson set media_url = 'http://media.example/1.mp4'"],

  meeting_times: [
    'update meeting set ends_at = starts_at',
    "update meeting set reply_by = starts_at + interval '1 millisecond'",
  ],
  meeting_capacity_positive: ['update meeting set capacity = 0'],
  meeting_published: [
    "update meeting set published_at = null where status = 'PUBLISHED'",
    "update meeting set published_at = now() where status = 'DRAFT'",
  ],
  meeting_cancelled: [
    "update meeting set status = 'CANCELLED' where status = 'PUBLISHED'",
    "update meeting set status = 'CANCELLED', cancelled_at = now() where status = 'PUBLISHED'",
    "update meeting set status = 'PUBLISHED' where status = 'CANCELLED'",
  ],
  meeting_reply_superseded: ["update meeting_reply set superseded_at = replied_at - interval '1 millisecond'"],
  meeting_reply_attendee_count: [
    "update meeting_reply set attendee_count = 0 where answer = 'ATTENDING'",
    "update meeting_reply set attendee_count = 11 where answer = 'ATTENDING'",
    "update meeting_reply set attendee_count = 1 where answer = 'NOT_ATTENDING'",
  ],
  agenda_item_ordinal_positive: ['update agenda_item set ordinal = 0'],
  agenda_item_duration_range: [
    'update agenda_item set duration_minutes = 0',
    'update agenda_item set duration_minutes = 601',
  ],

  volunteer_activity_contact_phone: ["update volunteer_activity set contact_phone = '13800000000'"],
  volunteer_activity_published: [
    "update volunteer_activity set published_at = null where status = 'PUBLISHED'",
    "update volunteer_activity set published_at = now() where status = 'DRAFT'",
  ],
  volunteer_activity_cancelled: [
    "update volunteer_activity set status = 'CANCELLED' where status = 'PUBLISHED'",
    "update volunteer_activity set cancelled_at = now() where status = 'PUBLISHED'",
  ],
  shift_times: ['update shift set ends_at = starts_at'],
  shift_signup_times: [
    'update shift set signup_opens_at = signup_closes_at',
    "update shift set signup_closes_at = starts_at + interval '1 millisecond'",
    "update shift set cancel_until = starts_at + interval '1 millisecond'",
  ],
  shift_published: [
    "update shift set published_at = null where status = 'SCHEDULED'",
    "update shift set published_at = now() where status = 'DRAFT'",
  ],
  shift_cancelled: [
    "update shift set status = 'CANCELLED' where status = 'SCHEDULED'",
    "update shift set status = 'SCHEDULED' where status = 'CANCELLED'",
  ],
  shift_role_capacity_positive: ['update shift_role set capacity = 0, places_taken = 0, minimum = 0'],
  shift_role_minimum_range: ['update shift_role set minimum = -1', 'update shift_role set minimum = capacity + 1'],
  signup_cancelled: [
    "update signup set status = 'CANCELLED' where status = 'CONFIRMED'",
    "update signup set cancelled_at = now() where status = 'CONFIRMED'",
  ],
};

export const shapeRefusals: readonly Refusal[] = Object.entries({
  ...statements,
  ...volunteerShapes,
  ...serviceShapes,
}).flatMap(([constraint, each]) =>
  each.map((statement) => ({ constraint, how: statement, write: ({ run }) => run(statement) })),
);
