import type { ViewerShape } from '../../../../platform/auth/index.ts';
import { sql, table, type Alias, type Scope, type Sql } from '../../../../platform/reading/index.ts';
import { today, mine } from '../../../people/index.ts';
import { isOpenLecture, nobodyInClass } from '../../model/index.ts';
import { suspensionHolds } from '../../volunteers/index.ts';
import type { LectureFacts } from './lecture.rules.ts';
import { manageableLectures } from './lectures.access.ts';

/** A guardian who may not volunteer at the school of the class, or in its district. */
function suspendedFor(schoolClass: Alias, personId: Sql): Sql {
  return sql`exists (select 1 from ${table('volunteer_suspension')} sus where sus.person_id = ${personId} and ${suspensionHolds(sql`sus`)}
    and (sus.school_id = ${schoolClass}.school_id
      or (sus.school_id is null and sus.district_id = (select sch.district_id from ${table('school')} sch where sch.id = ${schoolClass}.school_id))))`;
}

function isOver(schoolClass: Alias): Sql {
  return sql`(select scy.ends_on < ${today} from ${table('school_year')} scy where scy.id = ${schoolClass}.school_year_id)`;
}

/** The facts of `proposeBlockersFor`, of a class and the viewer; under a lock their children are read from the tables. */
export function proposeFacts(schoolClass: Alias, studentIds: Sql): Sql {
  return sql`json_build_object(
    'inClass', exists (select 1 from ${table('class_membership')} cms where cms.school_class_id = ${schoolClass}.id and cms.status = 'ACTIVE'
      and cms.student_id = any(${studentIds})),
    'over', ${isOver(schoolClass)},
    'suspended', ${suspendedFor(schoolClass, mine.personId)},
    'open', (select count(*)::int from ${table('parent_lecture')} plc where plc.guardian_id = ${mine.guardianId} and plc.school_class_id = ${schoolClass}.id
      and ${isOpenLecture(sql`plc`)}))`;
}

export interface LectureFactsRead {
  readonly status: LectureFacts['status'];
  readonly own: boolean;
  readonly decides: boolean;
  readonly startsAt: string | null;
}

/** The facts of `actionsFor`, of a lecture and the viewer. */
export function lectureFacts(lecture: Scope, viewer: ViewerShape): Sql {
  return sql`json_build_object(
    'status', ${lecture}.status,
    'own', ${lecture}.guardian_id is not distinct from ${mine.guardianId},
    'decides', coalesce(${manageableLectures(lecture, viewer)}, false),
    'startsAt', (select sft.starts_at from ${table('shift')} sft where sft.id = ${lecture}.shift_id))`;
}

export function lectureFactsAt(now: Date, { startsAt, ...read }: LectureFactsRead): LectureFacts {
  return { ...read, now, startsAt: startsAt === null ? null : new Date(startsAt) };
}

export interface ClassFacts {
  readonly districtId: string;
  readonly schoolId: string;
  readonly className: string;
  readonly left: boolean;
  readonly suspended: boolean;
}

/** The class of a lecture, and whether its guardian could still give it there. */
export function classFacts(lecture: Alias): Sql {
  return sql`select sch.district_id as "districtId", cls.school_id as "schoolId", cls.name as "className",
      ${isOver(sql`cls`)} or ${nobodyInClass(sql`${lecture}.guardian_id`, sql`cls.id`)} as "left",
      ${suspendedFor(sql`cls`, sql`${lecture}.person_id`)} as suspended
    from school_class cls join school sch on sch.id = cls.school_id where cls.id = ${lecture}.school_class_id`;
}
