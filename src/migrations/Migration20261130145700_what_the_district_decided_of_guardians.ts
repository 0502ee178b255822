import { anew, forTheDistrict } from './Migration20261130090100_who_decided_and_by_which_right.ts';
import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

const AT_SCHOOL = { school: 'stu.school_id', district: 'sch.district_id' };
const OF_PUPIL = `student stu join school sch on sch.id = stu.school_id`;
const HEADS_CLASS = `asg.role = 'HOMEROOM_TEACHER' and asg.school_class_id in (select cms.school_class_id from class_membership cms where cms.student_id = stu.id and cms.status = 'ACTIVE')`;

/** That somebody decided on a guardianship for the district, in the place of a school that had nobody, is kept beside the decision: they see it. */
export class Migration20261130145700_what_the_district_decided_of_guardians extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table "guardianship" add column if not exists "decided_for_district" boolean not null default false;`,
      together(
        `create or replace function guardianship_follow_right_of_decision() returns trigger as $$ begin
      if ${anew('decided_by_id', 'decided_at')} then
        new.decided_for_district := coalesce((select ${forTheDistrict({ ...AT_SCHOOL, decider: 'new.decided_by_id', moment: 'coalesce(new.decided_at, now())', first: HEADS_CLASS })}
          from ${OF_PUPIL} where stu.id = new.student_id), false); end if;
      return new;
    end; $$ language plpgsql;`,
        `create or replace trigger "guardianship_follow_right_of_decision" before insert or update of decided_by_id, decided_at on "guardianship" for each row when (new.decided_by_id is not null) execute function guardianship_follow_right_of_decision();`,
      ),
      portionwise(
        'guardianship',
        `update guardianship tie set decided_for_district = true from ${OF_PUPIL} where tie.id = any(due) and stu.id = tie.student_id and tie.decided_by_id is not null and not tie.decided_for_district
        and ${forTheDistrict({ ...AT_SCHOOL, decider: 'tie.decided_by_id', moment: 'tie.decided_at', first: 'true' })}`,
      ),
    );
  }

  override down(): void {
    this.each(
      together(
        'drop trigger "guardianship_follow_right_of_decision" on "guardianship";',
        'drop function guardianship_follow_right_of_decision();',
      ),
      'alter table "guardianship" drop column "decided_for_district";',
    );
  }
}
