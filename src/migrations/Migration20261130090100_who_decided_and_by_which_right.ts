import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

/** Whom it names has become who the row names by now. */
const joined = (column: string): string =>
  `exists (select 1 from account was join account now on now.id = was.joined_into_id where was.person_id = old.${column} and now.person_id = new.${column})`;

const ANOTHER_DECIDER =
  "(new.approver_id is distinct from old.approver_id and (new.decided_at, new.status) is not distinct from (old.decided_at, old.status) and (old.status <> 'APPROVED' or old.appealed_at is not null))";
const ANOTHER_REJECTER =
  '(new.rejected_by_id is distinct from old.rejected_by_id and new.rejected_by_id is distinct from old.approver_id and new.rejected_by_id is not null)';

interface AtTheMoment {
  readonly decider: string;
  readonly school: string;
  readonly district: string;
  /** Who of the school might decide beside its administrators, by a condition on their role `asg`. */
  readonly first: string;
  readonly moment: string;
}

/** Somebody who administered the district at the moment, and could not have decided as one of the school; their last day may be that on which a role was ended. */
export function forTheDistrict({ decider, school, district, first, moment }: AtTheMoment): string {
  const day = `(${moment} at time zone 'Asia/Shanghai')::date`;
  const held = `asg.staff_id = ${decider} and asg.valid_from <= ${day} and coalesce(asg.valid_to >= ${day}, true) and coalesce(asg.ended_at > ${moment}, true)`;
  return `coalesce(${school} is not null and exists (select 1 from staff_assignment asg where ${held} and asg.role = 'DISTRICT_ADMIN' and asg.district_id = ${district})
      and not exists (select 1 from staff_assignment asg where ${held} and asg.school_id = ${school} and (asg.role = 'SCHOOL_ADMIN' or ${first})), false)`;
}

interface Decided {
  readonly table: string;
  /** Kept by the trigger, of `new` and what the columns name. */
  readonly notes: string;
  readonly on: string;
  readonly when: string;
  readonly columns: readonly string[];
  /** Of rows that were decided before this was kept: whoever held any role at the school may have decided as one of it. */
  readonly before: (decided: string) => readonly string[];
}

export const anew = (decider: string, moment: string): string =>
  `(new.${decider}, new.${moment}) is distinct from (old.${decider}, old.${moment})`;
const AT_SHIFT = { school: 'sft.school_id', district: 'sft.district_id' };
const ofShift = (decider: string, moment: string): string =>
  `coalesce((select ${forTheDistrict({ ...AT_SHIFT, decider, moment: `coalesce(${moment}, now())`, first: `${decider} = act.organiser_id` })}
        from shift sft join volunteer_activity act on act.id = sft.activity_id where sft.id = new.shift_id), false)`;
const APPROVERS_STAFF = '(select stf.id from staff stf where stf.person_id = new.approver_id)';

const DECIDED: readonly Decided[] = [
  {
    table: 'signup',
    columns: ['decided_for_district', 'cancel_decided_for_district'],
    on: 'decided_by_id, decided_at, cancel_decided_by_id',
    when: 'new.decided_by_id is not null or new.cancel_decided_by_id is not null',
    notes: `if ${anew('decided_by_id', 'decided_at')} then new.decided_for_district := ${ofShift('new.decided_by_id', 'new.decided_at')}; end if;
      if new.cancel_decided_by_id is distinct from old.cancel_decided_by_id then new.cancel_decided_for_district := ${ofShift('new.cancel_decided_by_id', 'new.cancelled_at')}; end if;`,
    before: (due) => [
      `update signup sgn set decided_for_district = true from shift sft where sgn.id = any(${due}) and sft.id = sgn.shift_id
        and ${forTheDistrict({ ...AT_SHIFT, decider: 'sgn.decided_by_id', moment: 'sgn.decided_at', first: 'true' })}`,
      `update signup sgn set cancel_decided_for_district = true from shift sft where sgn.id = any(${due}) and sft.id = sgn.shift_id and sgn.status = 'CANCELLED'
        and ${forTheDistrict({ ...AT_SHIFT, decider: 'sgn.cancel_decided_by_id', moment: 'sgn.cancelled_at', first: 'true' })}`,
    ],
  },
  {
    table: 'stand_in',
    columns: ['decided_for_district'],
    on: 'decided_by_id',
    when: 'new.decided_by_id is not null',
    notes: `new.decided_for_district := ${ofShift('new.decided_by_id', 'new.decided_at')};`,
    before: (due) => [
      `update stand_in sti set decided_for_district = true from shift sft where sti.id = any(${due}) and sft.id = sti.shift_id
        and ${forTheDistrict({ ...AT_SHIFT, decider: 'sti.decided_by_id', moment: 'sti.decided_at', first: 'true' })}`,
    ],
  },
  {
    table: 'parent_lecture',
    columns: ['decided_for_district'],
    on: 'decided_by_id, decided_at',
    when: 'new.decided_by_id is not null',
    notes: `if ${anew('decided_by_id', 'decided_at')} then
        new.decided_for_district := coalesce((select ${forTheDistrict({ school: 'sch.id', district: 'sch.district_id', decider: 'new.decided_by_id', moment: 'new.decided_at', first: `asg.school_class_id = cls.id and asg.role = 'HOMEROOM_TEACHER'` })}
          from school_class cls join school sch on sch.id = cls.school_id where cls.id = new.school_class_id), false); end if;`,
    before: (due) => [
      `update parent_lecture plc set decided_for_district = true from school_class cls join school sch on sch.id = cls.school_id where plc.id = any(${due}) and cls.id = plc.school_class_id
        and ${forTheDistrict({ school: 'sch.id', district: 'sch.district_id', decider: 'plc.decided_by_id', moment: 'plc.decided_at', first: 'true' })}`,
    ],
  },
  {
    table: 'service_record',
    columns: ['decided_for_district'],
    on: 'approver_id, decided_at',
    when: 'new.approver_id is not null',
    // Whoever answers for a list in the place of another has not decided; who has become one with somebody has.
    notes: `if new.decided_at is distinct from old.decided_at then new.decided_for_district := ${ofShift(APPROVERS_STAFF, 'new.decided_at')};
      elsif new.approver_id is distinct from old.approver_id then new.decided_for_district := new.decided_for_district and ${joined('approver_id')}; end if;`,
    before: (due) => [
      `update service_record srv set decided_for_district = true from staff stf where srv.id = any(${due}) and stf.person_id = srv.approver_id
        and ${forTheDistrict({ school: 'srv.school_id', district: 'srv.district_id', decider: 'stf.id', moment: 'srv.decided_at', first: 'true' })}`,
    ],
  },
];

/**
 * Who rejected service, who decided on an appeal and against whom an appeal is, is said by a decision and by nothing else. What somebody
 * decided for the district, in the place of a school that had nobody, is kept beside it: what they decided as one of the school is no
 * more theirs to see once they are of the district.
 */
export class Migration20261130090100_who_decided_and_by_which_right extends MigrationWhileInUse {
  override up(): void {
    this.each(
      together(
        `create or replace function service_record_decider_stays() returns trigger as $$ begin
        if ${ANOTHER_DECIDER} and not ${joined('approver_id')} or ${ANOTHER_REJECTER} and not ${joined('rejected_by_id')} then
          raise exception using errcode = 'check_violation', constraint = 'service_record_decider_stays', table = tg_table_name, message = 'only a decision says who has rejected it, or decided on an appeal';
        end if;
        return null;
      end; $$ language plpgsql;`,
        `create or replace trigger "service_record_decider_stays" after update of approver_id, rejected_by_id on "service_record" for each row when (${ANOTHER_DECIDER} or ${ANOTHER_REJECTER}) execute function service_record_decider_stays();`,
      ),
      ...DECIDED.flatMap(({ table, columns, on, when, notes, before }) => [
        `alter table "${table}" ${columns.map((column) => `add column if not exists "${column}" boolean not null default false`).join(', ')};`,
        together(
          `create or replace function ${table}_follow_right_of_decision() returns trigger as $$ begin
      ${notes}
      return new;
    end; $$ language plpgsql;`,
          `create or replace trigger "${table}_follow_right_of_decision" before insert or update of ${on} on "${table}" for each row when (${when}) execute function ${table}_follow_right_of_decision();`,
        ),
        portionwise(table, ...before('due')),
      ]),
      // Whoever organises something no more does not read that they do.
      portionwise(
        'notice',
        `update notice ntc set rests_on = '{}' from volunteer_activity act join staff stf on stf.id = act.organiser_id
      where ntc.id = any(due) and ntc.kind = 'volunteering.organiser-named' and act.id = ntc.about_id and stf.person_id <> ntc.person_id and ntc.rests_on is distinct from '{}'`,
      ),
    );
  }

  override down(): void {
    for (const { table, columns } of [...DECIDED].reverse()) {
      this.addSql(`drop trigger "${table}_follow_right_of_decision" on "${table}";`);
      this.addSql(`drop function ${table}_follow_right_of_decision();`);
      this.addSql(`alter table "${table}" ${columns.map((column) => `drop column "${column}"`).join(', ')};`);
    }
    this.addSql('drop trigger "service_record_decider_stays" on "service_record";');
    this.addSql('drop function service_record_decider_stays();');
  }
}
