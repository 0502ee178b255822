import type { HeldTo } from '../support/held-to.ts';
import {
  ADMINISTRATORS,
  FAMILY,
  GUARDIANS,
  ORGANISERS,
  OTHERS_AT_A_SHIFT,
  PROGRAMS,
  SIGNED_IN,
  TEACHERS,
} from '../access/caller-names.ts';
import { volunteeringPlants } from './held-to/plants.volunteering.ts';
import { seriesPlants, seriesRefusals } from './held-to/plants.series.ts';
import { volunteersPlants } from './held-to/plants.volunteers.ts';
import { servicePlants } from './held-to/plants.service.ts';
import { waitingListPlants } from './held-to/plants.waiting-list.ts';
import { placesRefusals } from './held-to/refusals.places.ts';
import { volunteerShapes, volunteersRefusals } from './held-to/refusals.volunteers.ts';
import { neighbourRefusals } from './held-to/refusals.people.ts';
import { serviceRefusals, serviceShapes } from './held-to/refusals.service.ts';
import { waitingListRefusals } from './held-to/refusals.waiting-list.ts';
import { ABOUT_LECTURES } from './held-to/own-cases.lectures.ts';
import { ABOUT_VOLUNTEERS } from './held-to/own-cases.ts';
import { volunteeringLists } from './held-to/lists.ts';

export const heldTo: HeldTo = {
  things: ['VolunteerActivity', 'ShiftSeries', 'Shift', 'ShiftRole'],
  permissions: {
    'volunteering.activity.create': ['homeroom-teacher', 'grade-head', 'school-admin', 'district-admin', ...PROGRAMS],
    'volunteering.activity.organise': [...ORGANISERS, ...PROGRAMS],
    'volunteering.attendance.check-in': GUARDIANS,
    'volunteering.attendance.keep': [...ORGANISERS, ...PROGRAMS],
    'volunteering.certificate.download': [...GUARDIANS, 'school-admin'],
    'volunteering.certificate.issue': [...GUARDIANS, 'school-admin', 'service-of-school'],
    'volunteering.certificate.revoke': ADMINISTRATORS,
    'volunteering.lecture.decide': ['homeroom-teacher', 'school-admin', 'district-admin'],
    'volunteering.lecture.propose': GUARDIANS,
    'volunteering.policy.set': ['district-admin', 'service-of-district'],
    'volunteering.roster.export': ORGANISERS,
    'volunteering.service.appeal': GUARDIANS,
    'volunteering.service.decide': ORGANISERS,
    'volunteering.service.supplement': [...GUARDIANS, ...ORGANISERS],
    'volunteering.signup.cancel': GUARDIANS,
    'volunteering.signup.create': GUARDIANS,
    'volunteering.signup.decide': ORGANISERS,
    'volunteering.signup.reconfirm': GUARDIANS,
    'volunteering.signup.release': ORGANISERS,
    'volunteering.stand-in.offer': GUARDIANS,
    'volunteering.volunteer.manage': ADMINISTRATORS,
    'volunteering.waitlist.join': GUARDIANS,
  },
  reachedBy: {
    VolunteerActivity: SIGNED_IN,
    ShiftSeries: ['schoolAdmin', 'districtAdmin'],
    Shift: SIGNED_IN,
    ShiftRole: SIGNED_IN,
    Signup: FAMILY,
    ServiceRecord: FAMILY,
    Attendance: FAMILY,
    ParentLecture: FAMILY,
    StandIn: FAMILY,
    WaitlistEntry: FAMILY,
    WaitlistSkip: FAMILY,
    VolunteerSuspension: ['parent', 'schoolAdmin', 'districtAdmin'],
    VolunteerQualification: ['parent', 'schoolAdmin', 'districtAdmin'],
    ServiceCertificate: ['parent', 'schoolAdmin', 'districtAdmin'],
  },
  notFor: {
    LectureProposals: ['LECTURER', 'PRIVACY_OFFICER'],
    ServiceApproval: ['PRIVACY_OFFICER'],
    ServiceCertificates: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
    ShiftAttendance: ['districtAdmin', ...OTHERS_AT_A_SHIFT],
    ShiftRoster: ['districtAdmin', ...OTHERS_AT_A_SHIFT],
    WaitingList: ['districtAdmin', ...OTHERS_AT_A_SHIFT],
    ShiftEditor: OTHERS_AT_A_SHIFT,
    VolunteerActivities: ['PRIVACY_OFFICER'],
    VolunteerAdmin: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
    VolunteerDetail: TEACHERS,
  },
  plants: [...volunteeringPlants, ...seriesPlants, ...volunteersPlants, ...servicePlants, ...waitingListPlants],
  refusals: [
    ...placesRefusals,
    ...seriesRefusals,
    ...volunteersRefusals,
    ...neighbourRefusals,
    ...serviceRefusals,
    ...waitingListRefusals,
  ],
  shapes: {
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
    ...volunteerShapes,
    ...serviceShapes,
  },
  ownCases: { ...ABOUT_LECTURES, ...ABOUT_VOLUNTEERS },
  leftStanding: {
    'volunteering.places': {
      plant: `update guardianship set data_access = false where guardian_id = (select sgn.guardian_id from signup sgn join shift sft on sft.id = sgn.shift_id
      join guardianship tie on tie.guardian_id = sgn.guardian_id and tie.status = 'ACTIVE' and tie.data_access
      where sgn.status = 'CONFIRMED' and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by sgn.id limit 1) returning guardian_id as id`,
      stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'`,
    },
    'volunteering.families': {
      plant: `update signup sgn set household_id = (select hsh.id from household hsh where not exists (select 1 from household_guardian hgd where hgd.household_id = hsh.id and hgd.guardian_id = sgn.guardian_id)
      order by hsh.id limit 1) where sgn.id = (select one.id from signup one join shift sft on sft.id = one.shift_id
      where one.status = 'CONFIRMED' and one.household_id is not null and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by one.id desc limit 1) returning guardian_id as id`,
      stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'
      and sgn.household_id is not null and not exists (select 1 from household_guardian hgd where hgd.household_id = sgn.household_id and hgd.guardian_id = sgn.guardian_id)`,
    },
    'volunteering.organisers': {
      plant: `update staff_assignment set ended_at = $1 where staff_id = (select act.organiser_id from shift sft join volunteer_activity act on act.id = sft.activity_id
      where sft.status = 'SCHEDULED' and sft.starts_at > $1 and act.school_id is not null and exists (select 1 from staff_assignment adm where adm.school_id = act.school_id
        and adm.role = 'SCHOOL_ADMIN' and adm.ended_at is null and adm.staff_id <> act.organiser_id) order by act.id limit 1) and ended_at is null returning staff_id as id`,
      stands: `select 1 from volunteer_activity act join shift sft on sft.activity_id = act.id and sft.starts_at > $2 and sft.status = 'SCHEDULED' where act.organiser_id = $1
      and not exists (select 1 from notice ntc where ntc.kind = 'volunteering.organiser-gone' and ntc.dedupe_key like $1 || '/%')`,
    },
  },
  lists: volunteeringLists,
};
