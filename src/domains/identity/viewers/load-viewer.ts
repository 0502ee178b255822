import {
  RIGHTS_VERSION,
  type AccessClaims,
  type OidcSubject,
  type Permissions,
  type Viewer,
} from '../../../platform/auth/index.ts';
import { memberOf, type Database } from '../../../platform/database/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import {
  assignmentHolds,
  audienceKeysOf,
  StaffRole,
  tieShowsData,
  viewerOf,
  type Assignment,
  type ViewerRights,
} from '../../people/index.ts';
import type { ViewerRead } from './remembered-viewers.ts';

const WORKS_TODAY = `exists (select 1 from staff_assignment asg, today where asg.staff_id = s.id and ${assignmentHolds(sql`asg`, sql`today.day`).text})`;

/**
 * Every right of an account as it stands at `$2`, in one statement: the account `$1`, or that of the person `$5` of the
 * identity provider `$4`, by whom nobody signs in who works nowhere today, nor by a password; where the request belongs to a session `$3`, only while that goes on. Days are those of Asia/Shanghai; a guardianship
 * counts while it is ACTIVE, grants data access and the day lies in it. Every table that is read here declares `changesRights`.
 */
const VIEWER = `
with today as (select ($2::timestamptz at time zone 'Asia/Shanghai')::date as day),
me as (
  select a.id as account_id, a.person_id, g.id as guardian_id, s.id as staff_id
  from account a
  left join guardian g on g.person_id = a.person_id
  left join staff s on s.person_id = a.person_id
  where a.id = coalesce($1::uuid, (select i.account_id from staff_identity i where i.issuer = $4 and i.subject = $5 and i.status = 'ACTIVE')) and a.status = 'ACTIVE'
    and ($4::text is null or ${WORKS_TODAY})
    and ($3::uuid is null or exists (select 1 from session e
      where e.id = $3 and e.account_id = a.id and e.ended_at is null and e.expires_at > $2 and (e.method <> 'PASSWORD' or ${WORKS_TODAY})))
),
child as (
  select gs.student_id from guardianship gs, me, today
  where gs.guardian_id = me.guardian_id and ${tieShowsData(sql`gs`, sql`today.day`).text}
),
child_class as (
  select c.id, ${audienceKeysOf(sql`c`, sql`sc`, sql`gr`).text} as keys, today.day between y.starts_on and y.ends_on as current
  from child
  join class_membership m on m.student_id = child.student_id and m.status = 'ACTIVE'
  join school_class c on c.id = m.school_class_id
  join grade gr on gr.id = c.grade_id
  join school sc on sc.id = c.school_id
  join school_year y on y.id = c.school_year_id
  cross join today
),
child_school as (
  select st.school_id, sc.district_id from child join student st on st.id = child.student_id and st.left_on is null
  join school sc on sc.id = st.school_id
),
assignment as (
  select sa.id, sa.role, sa.district_id, sa.school_id, sa.grade_id, sa.school_class_id
  from staff_assignment sa, me, today
  where sa.staff_id = me.staff_id and ${assignmentHolds(sql`sa`, sql`today.day`).text}
),
my_class as (
  select school_class_id as id from assignment where role in ('HOMEROOM_TEACHER', 'SUBJECT_TEACHER')
  union
  select c.id from assignment a join school_class c on c.school_id = a.school_id and c.grade_id = a.grade_id
  join school_year y on y.id = c.school_year_id cross join today
  where a.role = 'GRADE_HEAD' and today.day between y.starts_on and y.ends_on
)
select me.account_id, me.person_id, me.guardian_id, me.staff_id,
  (select coalesce(json_agg(json_build_array(id, role, district_id, school_id, grade_id, school_class_id)), '[]') from assignment),
  array(select student_id from child),
  array(select hg.household_id from household_guardian hg where hg.guardian_id = me.guardian_id
    and exists (select 1 from household_student hs join child on child.student_id = hs.student_id where hs.household_id = hg.household_id)),
  array(select id from child_class),
  array(select distinct school_id from child_school),
  array(select distinct district_id from child_school),
  array(select distinct key from child_class, unnest(keys) as key where current),
  array(select id from my_class),
  array(select distinct school_id from assignment where role = 'SCHOOL_ADMIN'),
  array(select distinct school_id from assignment where school_id is not null),
  array(select distinct district_id from assignment where school_id is not null),
  array(select distinct district_id from assignment where role = 'DISTRICT_ADMIN'),
  array(select distinct district_id from assignment where role = 'ANALYST'),
  array(select distinct school_id from assignment where role in ('SCHOOL_ADMIN', 'PRIVACY_OFFICER') and school_id is not null),
  array(select distinct district_id from assignment where role in ('DISTRICT_ADMIN', 'PRIVACY_OFFICER') and school_id is null),
  ${RIGHTS_VERSION},
  (select e.expires_at from session e where e.id = $3)
from me`;

/** The identity that a token speaks for. */
export type VerifiedIdentity = AccessClaims | OidcSubject;

/** The viewer at this moment, or null where there is no active account, or its session is over. */
export async function loadViewer(
  database: Database,
  permissions: Permissions,
  caller: VerifiedIdentity,
  now: Date,
): Promise<Viewer | null> {
  return (await readViewer(database, permissions, caller, now))?.viewer ?? null;
}

/** The same, with what tells how long it holds. */
export async function readViewer(
  database: Database,
  permissions: Permissions,
  caller: VerifiedIdentity,
  now: Date,
): Promise<ViewerRead | null> {
  const [accountId, sessionId, issuer, subject] =
    'accountId' in caller
      ? [caller.accountId, caller.sessionId, null, null]
      : [null, null, caller.issuer, caller.subject];
  const [row] = await database.read(VIEWER, [accountId, now, sessionId, issuer, subject]);
  if (!row) return null;
  const ids = (index: number): readonly string[] => row[index] as string[];
  const rights: ViewerRights = {
    accountId: row[0] as string,
    sessionId,
    serviceTokenId: null,
    personId: row[1] as string,
    answeredForBy: row[1] as string,
    ownPersonIds: [row[1] as string],
    guardianId: row[2] as string | null,
    staffId: row[3] as string | null,
    assignments: (row[4] as StoredAssignment[]).flatMap(assignmentOf),
    studentIds: ids(5),
    householdIds: ids(6),
    childClassIds: ids(7),
    childSchoolIds: ids(8),
    childDistrictIds: ids(9),
    audienceKeys: ids(10),
    classIds: ids(11),
    schoolIds: ids(12),
    staffSchoolIds: ids(13),
    staffDistrictIds: ids(14),
    districtIds: ids(15),
    analystDistrictIds: ids(16),
    auditedSchoolIds: ids(17),
    auditedDistrictIds: ids(18),
  };
  return { viewer: viewerOf(rights, permissions), version: row[19] as string, until: row[20] as Date | null };
}

type StoredAssignment = readonly [
  id: string,
  role: string,
  districtId: string,
  schoolId: string | null,
  gradeId: string | null,
  classId: string | null,
];

/** A role that this process does not know grants nothing here. */
function assignmentOf([id, stored, districtId, schoolId, gradeId, classId]: StoredAssignment): Assignment[] {
  const role = memberOf(StaffRole, stored);
  return role === null ? [] : [{ id, role, districtId, schoolId, gradeId, classId }];
}
