import { describeEntities } from '../../src/app.ts';

/** Indexes that no test uses and that are there all the same, and why. */
export const KEPT: Readonly<Record<string, string>> = {
  guardianship_waiting_index:
    'who asks to be a guardian, among all who are: in tests the table is small enough to read whole',
  signup_pending_index:
    'who waits for a place that must be approved, among all who have signed up: in tests the table is small enough to read whole',
  signup_cancel_requested_index:
    'who asks to be let go, among all who have signed up: in tests the table is small enough to read whole',
  notice_waiting_index:
    'who was asked to decide on a thing, among all that people are told: in tests the table is small enough to read whole',
  guardianship_last_day_index: 'whose last day has passed lately: in tests the table is small enough to read whole',
  household_created_index:
    'the order of the list of households, which tests of the reading room do not ask for by itself',
  parent_lecture_person_index:
    'what somebody has proposed ends with their right: in tests the table is small enough to read whole',
  service_record_approver_index:
    'what a district has decided in the place of a school is found by who did: in tests few records are',
  service_record_of_district_index:
    'what a district itself asked for, among the records of its schools: in tests there are few of either',
  service_record_waiting_index: 'what waits, among all records of a district: in tests there are few that do not',
  staff_assignment_last_day_index: 'whose last day has passed lately: in tests the table is small enough to read whole',
  staff_identity_waiting_index: 'links that wait, by whoever made them, when their right has ended: in tests few wait',
  stand_in_to_person_index:
    'who was asked to stand in, when their right has ended or they become one with somebody: in tests the table is small enough to read whole',
  check_in_code_shown_person_index:
    'whoever becomes one person with somebody: in tests the table is small enough to read whole',
  signup_person_index: 'whoever becomes one person with somebody: in tests the table is small enough to read whole',
  waitlist_entry_person_index:
    'whoever becomes one person with somebody: in tests the table is small enough to read whole',
  course_district_index:
    'a filter that the schema offers: with several districts it leads to the courses of one, and with one nobody needs it',
  account_join_account_index: 'codes of one account: few in tests, and every join of a district in the table',
  refusal_tally_time_index: 'what is old is forgotten by its time: in tests nothing is',
  meeting_invitation_student_ever_index:
    'what a pupil was invited to is given back when a right is there again: in tests the table is small enough to read whole',
  role_request_asked_by_index:
    'what somebody has asked for is found when they leave: in tests the table is small enough to read whole',
  role_request_district_index: 'the list of a district, in its order: in tests the table is small enough to read whole',
  role_request_school_index: 'the list of a school, in its order: in tests the table is small enough to read whole',
  role_request_staff_index: 'what was asked for somebody: in tests the table is small enough to read whole',
  service_certificate_revoked_by_index:
    'what somebody has revoked who becomes one with their other sign-in: in tests the table is small enough to read whole',
  service_record_filed_by_index: 'what somebody has filed, likewise',
  service_record_rejected_by_index: 'what somebody has rejected before an appeal, likewise',
  service_token_school_index:
    'the tokens of one school, in their order: in tests the table is small enough to read whole',
  suspension_no_show_attendance_index:
    'the suspensions that rest on an absence which is corrected: in tests the table is small enough to read whole',
};

/** Those that enforce nothing: what is unique or excluded is there in any case. */
export function declaredIndexes(): string[] {
  return [...describeEntities().getMetadata().getAll().values()]
    .flatMap((meta) => meta.indexes.flatMap(({ name }) => (name === undefined ? [] : [name])))
    .sort();
}

/** What costs each write something, and of which nobody says what it is for. */
export function withoutReason(
  declared: readonly string[],
  used: readonly string[],
  kept: Readonly<Record<string, string>>,
): string[] {
  return declared.filter((name) => !used.includes(name) && !(name in kept));
}
