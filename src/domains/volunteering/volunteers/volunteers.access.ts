import { inPerson, type Permissions } from '../../../platform/auth/index.ts';
import { namesAGuardian, oneselfAsGuardian, schoolsAtWork, mine } from '../../people/index.ts';
import {
  allOf,
  anyOf,
  now,
  raw,
  sql,
  table,
  type Alias,
  type Condition,
  type Sql,
} from '../../../platform/reading/index.ts';
import { isActiveSignup } from '../model/index.ts';

export const MANAGE_VOLUNTEERS = 'volunteering.volunteer.manage';
export const SET_POLICY = 'volunteering.policy.set';

export const volunteerPermissions: Permissions = {
  [MANAGE_VOLUNTEERS]: {
    description: 'Suspend volunteers, lift suspensions, put qualifications on record and revoke them (志愿者管理).',
    heldBy: inPerson((viewer) => viewer.schoolIds.length > 0 || viewer.districtIds.length > 0),
  },
  [SET_POLICY]: {
    description: 'Set the rules of volunteering of a district (志愿服务规则设置).',
    heldBy: (viewer) => viewer.districtIds.length > 0,
  },
};

/** Guardians `gdn` with the children `std` whose guardians they are today: who was declined, or is a guardian no longer, is none. */
export const VOLUNTEERS_CHILDREN: Sql = sql`${table('guardian')} gdn join ${table('guardianship')} gds on gds.guardian_id = gdn.id and ${namesAGuardian(sql`gds`)} join ${table('student')} std on std.id = gds.student_id`;

/** A child of the person goes to one of the schools; who is no guardian, or no longer one, is nobody's volunteer there. */
export function hasChildAt(personId: Sql, schools: Sql): Sql {
  return sql`exists (select 1 from ${VOLUNTEERS_CHILDREN} where gdn.person_id = ${personId} and std.school_id in (${schools}))`;
}

const mySchools: Sql = sql`select unnest(${mine.schoolIds})`;

/** Suspensions that the viewer may lift: those of their own node, or of their district. */
export function manageableSuspension(row: Alias): Sql {
  return sql`(${row}.school_id = any(${mine.schoolIds}) or ${row}.district_id = any(${mine.districtIds}))`;
}

/** A school also sees what keeps its families from volunteering in the whole district, and nothing of other schools. */
export const visibleSuspensions: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.person_id = ${mine.personId}`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.school && allOf([sql`${row}.school_id is null`, hasChildAt(sql`${row}.person_id`, mySchools)]),
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/** Schools and districts of which the viewer sees every suspension, and every qualification that a district keeps. */
export const schoolsOfKnownVolunteers: Condition = (row, viewer) =>
  anyOf([schoolsAtWork(row, viewer), viewer.district && sql`${row}.district_id = any(${mine.districtIds})`]);
export const districtsOfKnownVolunteers: Condition = (row, viewer) =>
  anyOf([viewer.district && sql`${row}.id = any(${mine.districtIds})`]);

/** Districts of which the viewer sees volunteers: all of them, or those whose children go to their school. */
export const districtsOfMySchools: Condition = (row, viewer) =>
  anyOf([
    districtsOfKnownVolunteers(row, viewer),
    viewer.school &&
      sql`exists (select 1 from ${table('school')} sch where sch.id = any(${mine.schoolIds}) and sch.district_id = ${row}.id)`,
  ]);

/** Guardians all of whose qualifications the viewer sees: themself, and of the families of a school its administrators. */
export const volunteersKnown: Condition = (row, viewer) =>
  anyOf([oneselfAsGuardian(row, viewer), viewer.school && hasChildAt(sql`${row}.person_id`, mySchools)]);

/** Whether it holds at the moment. */
export function suspensionHolds(row: Alias): Sql {
  return sql`(${row}.starts_at <= ${now} and ${row}.ends_at > ${now} and ${row}.lifted_at is null)`;
}

const qsg = raw('qsg');

/** The volunteer has a sign-up that stands, for a role that asks for this very qualification, with the viewer. */
function wantedByMe(row: Alias): Sql {
  return sql`exists (select 1 from ${table('signup')} ${qsg} join ${table('shift_role')} rol on rol.id = ${qsg}.role_id join ${table('shift')} sft on sft.id = ${qsg}.shift_id
    join ${table('volunteer_activity')} act on act.id = sft.activity_id
    where ${qsg}.person_id = ${row}.person_id and ${isActiveSignup(qsg)} and rol.qualification = ${row}.name
      and sft.school_id = any(${mine.staffSchoolIds}) and act.organiser_id = ${mine.staffId})`;
}

/** The viewer's node covers the volunteer, within the district that keeps the record. */
export function manageableQualification(row: Alias): Sql {
  return sql`(${row}.district_id = any(${mine.districtIds}) or ${hasChildAt(
    sql`${row}.person_id`,
    sql`
    select sch.id from school sch where sch.id = any(${mine.schoolIds}) and sch.district_id = ${row}.district_id`,
  )})`;
}

export const visibleQualifications: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.person_id = ${mine.personId}`,
    viewer.staff && wantedByMe(row),
    viewer.school && hasChildAt(sql`${row}.person_id`, mySchools),
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);
