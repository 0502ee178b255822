import type { Somebody } from '../allowed.ts';

export interface Tie extends Somebody {
  readonly id: string;
  readonly student: string;
  readonly number: string;
  readonly admin: string;
  readonly district: string;
  /** Another class of the year at the school, and one of another school. */
  readonly beside: string | null;
  readonly elsewhere: string | null;
}

/** Guardians who have something in hand that rests on a child, each with administrators who have no child at the school. */
export const TIES = `select tie.id, acc.id as account, gua.id as guardian, gua.person_id as person, stu.id as student, stu.student_number as number,
    (select ada.id from staff_assignment asg join staff stf on stf.id = asg.staff_id join account ada on ada.person_id = stf.person_id and ada.status = 'ACTIVE'
      where asg.school_id = stu.school_id and asg.role = 'SCHOOL_ADMIN' and asg.ended_at is null and asg.valid_to is null order by ada.id limit 1) as admin,
    (select ada.id from staff_assignment asg join staff stf on stf.id = asg.staff_id join account ada on ada.person_id = stf.person_id and ada.status = 'ACTIVE'
      where asg.district_id = sch.district_id and asg.role = 'DISTRICT_ADMIN' and asg.ended_at is null and asg.valid_to is null order by ada.id limit 1) as district,
    (select cls.id from school_class cls where cls.school_id = stu.school_id and cls.school_year_id = now.school_year_id and cls.grade_id = now.grade_id and cls.id <> now.id order by cls.id limit 1) as beside,
    (select cls.id from school_class cls join school oth on oth.id = cls.school_id and oth.district_id = sch.district_id
      where cls.school_id <> stu.school_id and cls.school_year_id = now.school_year_id order by cls.id limit 1) as elsewhere
  from guardianship tie join guardian gua on gua.id = tie.guardian_id join account acc on acc.person_id = gua.person_id and acc.status = 'ACTIVE'
  join student stu on stu.id = tie.student_id and stu.left_on is null join school sch on sch.id = stu.school_id
  join class_membership mem on mem.student_id = stu.id and mem.status = 'ACTIVE' join school_class now on now.id = mem.school_class_id
  join school_year syr on syr.id = now.school_year_id and $1::date between syr.starts_on and syr.ends_on
  where tie.status = 'ACTIVE' and tie.data_access and tie.valid_to is null and gua.person_id not in (select stf.person_id from staff stf)
    and exists (select 1 from engagement eng where eng.person_id = gua.person_id and eng.status = 'ACTIVE' and eng.starts_at > $1)
  order by tie.id`;
