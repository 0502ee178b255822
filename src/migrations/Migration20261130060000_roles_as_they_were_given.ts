import { constrained, indexed, MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

/** What keeps a role and a request for one: until when it was given or asked for, and what stands open. */
interface Kept {
  readonly table: 'staff_assignment' | 'role_request';
  readonly column: 'last_day_given' | 'last_day_asked';
  readonly open: (row: string) => string;
}

const KEPT: readonly Kept[] = [
  { table: 'staff_assignment', column: 'last_day_given', open: (row) => `${row}.ended_at is null` },
  { table: 'role_request', column: 'last_day_asked', open: (row) => `${row}.status = 'PENDING'` },
];

const LAST_DAY = `(select y.ends_on from school_class c join school_year y on y.id = c.school_year_id where c.id = new.school_class_id for share of y)`;

const follows = (table: string, ...steps: readonly string[]): string =>
  `create or replace function "${table}_${table}_follow_year_fn"() returns trigger as $$ begin ${steps.join('\n    ')}
    return new; end; $$ language plpgsql;`;

/** As it was: the last day that was asked for is lost with a year that is made shorter. */
const clamped = ({ open }: Kept): string => `if new.school_class_id is not null and ${open('new')} then
      new.valid_to := (select least(new.valid_to, y.ends_on) from school_class c join school_year y on y.id = c.school_year_id where c.id = new.school_class_id for share of y);
    end if;`;

const written = ({
  column,
  open,
}: Kept): string => `if tg_op = 'INSERT' or (${open('new')} and new.valid_to is distinct from old.valid_to) then
      new.${column} := new.valid_to;
    end if;
    if ${open('new')} then
      new.valid_to := least(new.${column}, ${LAST_DAY});
    end if;`;

const yearIsChanged = (...rows: readonly string[]): string =>
  `create or replace function "school_year_class_roles_follow_year_fn"() returns trigger as $$ begin if new.ends_on <> old.ends_on then
      ${rows.join('\n      ')}
    end if;
    return null; end; $$ language plpgsql;`;

const carried = (change: (kept: Kept, row: string) => readonly [set: string, those: string]): readonly string[] =>
  KEPT.map((kept) => {
    const row = kept.table === 'staff_assignment' ? 'a' : 'r';
    const [set, those] = change(kept, row);
    return `update ${kept.table} ${row} set ${set} from school_class c
        where c.id = ${row}.school_class_id and c.school_year_id = new.id and ${kept.open(row)} and (${those});`;
  });

/** What the school last did of a guardianship, by the audit log. */
const lastOf = (...mutations: readonly string[]): string =>
  `(select a.mutation from audit_record a where a.about @> array[g.id] and a.outcome = 'SUCCEEDED' and a.mutation in (${mutations.map((name) => `'${name}'`).join(', ')}) order by a.created_at desc, a.id desc limit 1)`;

/**
 * A role keeps until when it was given, and a request until when it was asked for, apart from the end of the school year. What ended on
 * the last day of its year was given for the year, as far as anybody can tell. A guardianship keeps that the school's last word
 * on it was about a block: of what is there the audit log knows it. What a pupil was ever invited to is found by the pupil. Broken off, it
 * is begun again.
 */
export class Migration20261130060000_roles_as_they_were_given extends MigrationWhileInUse {
  override up(): void {
    this.each(
      KEPT.map(({ table, column }) => `alter table "${table}" add column if not exists "${column}" date null;`),
      `alter table "staff_assignment" add column if not exists "ended_with_year" boolean not null default false;`,
      constrained(
        'staff_assignment',
        'staff_assignment_ended_with_year',
        `check (not ended_with_year or (ended_at is not null and school_class_id is not null))`,
      ),
      // What is written from here on is kept; what is there follows the old rule until it has been looked at.
      KEPT.map((kept) =>
        follows(kept.table, `if tg_op = 'INSERT' then new.${kept.column} := new.valid_to; end if;`, clamped(kept)),
      ),
      KEPT.map(({ table, column, open }) =>
        portionwise(
          table,
          `update ${table} w set ${column} = w.valid_to where w.id = any(due) and ${open('w')} and w.valid_to is not null and w.${column} is null
      and not exists (select 1 from school_class c join school_year y on y.id = c.school_year_id where c.id = w.school_class_id and y.ends_on <= w.valid_to)`,
        ),
      ),
      together(
        ...KEPT.map((kept) => follows(kept.table, written(kept))),
        yearIsChanged(
          ...carried(({ column }, row) => [
            `${column} = ${row}.${column}`,
            `${row}.${column} is null or ${row}.${column} > least(old.ends_on, new.ends_on)`,
          ]),
        ),
      ),
      `alter table "guardianship" add column if not exists "decision_of_block" boolean not null default false;`,
      portionwise(
        'guardianship',
        `update guardianship g set decision_of_block = true where g.id = any(due) and not g.decision_of_block and (g.status = 'BLOCKED' or (g.status in ('ACTIVE', 'PENDING', 'ENDED')
      and g.id in (select unnest(b.about) from audit_record b where b.mutation = 'blockGuardian' and b.outcome = 'SUCCEEDED')
      and (${lastOf('approveGuardianship', 'blockGuardian', 'unblockGuardian')} = 'blockGuardian' or ${lastOf('approveGuardianship', 'blockGuardian', 'unblockGuardian', 'endGuardianship')} = 'unblockGuardian')))`,
      ),
      indexed('meeting_invitation_student_ever_index', '"meeting_invitation_student" ("student_id")'),
    );
  }

  override down(): void {
    this.each(
      together(
        ...KEPT.map((kept) => follows(kept.table, clamped(kept))),
        yearIsChanged(
          ...carried((_, row) => [
            'valid_to = new.ends_on',
            `${row}.valid_to = old.ends_on or ${row}.valid_to > new.ends_on`,
          ]),
        ),
      ),
      `alter table "staff_assignment" drop constraint if exists "staff_assignment_ended_with_year", drop column if exists "ended_with_year", drop column if exists "last_day_given";`,
      `alter table "role_request" drop column if exists "last_day_asked";`,
      `alter table "guardianship" drop column if exists "decision_of_block";`,
      `drop index if exists "meeting_invitation_student_ever_index";`,
    );
  }
}
