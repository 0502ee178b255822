import { settledText, typedNumber } from '../../platform/commands/index.ts';
import { anyOf, empty, sql, table, type Alias, type Sql, type TextSearch } from '../../platform/reading/index.ts';
import { mine } from './viewer/mine.facts.ts';
import { assignmentStands } from './rights/in-force.facts.ts';

/*
 * How a person is found by what somebody types. Whoever sees a row may look for it by all that they are told of it, and by no more, for
 * who may ask may try until it is found: names, which whoever sees the row is told; of a telephone the four digits that its mask shows,
 * never five; numbers as a whole, which are told to whoever sees the row (a district that finds pupils by the exact number has `lookUp`).
 * Numbers of rows are counted by nobody who does not see them (`mustNotProbe`), and where somebody stands tells no more either (`Staff.nameKey`).
 */

interface Typed {
  /** A prefix of what PostgreSQL keeps of names, as a query of it: signs, pinyin, initials. */
  readonly name: string;
  /** As it is kept of pupils and staff. */
  readonly number: string;
  /** The end of a telephone number, as a mask shows it. */
  readonly phoneEnd: string | undefined;
}

const LONGEST = 40;

/** As PostgreSQL keeps what is found by a name. */
const folded = (lower: string): string =>
  Array.from(lower.normalize('NFD').replace(/[\u0300-\u036f]|[ ·.'’-]/g, ''))
    .slice(0, LONGEST)
    .join('');

/** Undefined where nothing is left to look for. */
function read(typed: string): Typed | undefined {
  const lower = settledText(typed, 'NAME').toLowerCase();
  // Somebody writes ü as it is, as v or as u.
  const [asV = '', asU = ''] = [lower.replaceAll('ü', 'v'), lower].map(folded);
  const number = typedNumber(typed);
  if (!/[\p{L}\p{N}]/u.test(asU)) return undefined;
  return {
    name: [...new Set([asV, asU])].map((signs) => `'${signs.replace(/['\\]/g, '$&$&')}':*`).join(' | '),
    number,
    phoneEnd: /^[0-9]{4}$/.test(number) ? number : undefined,
  };
}

function search(description: string, matches: (row: Alias, typed: Typed) => Sql): TextSearch {
  return {
    description,
    matches(row, text) {
      const typed = read(text);
      return typed && matches(row, typed);
    },
  };
}

const called = (row: Alias, { name }: Typed): Sql => sql`${row}.name_search @@ ${name}::tsquery`;

/** People as they are called, or by the end of their telephone number. */
const personIs = (typed: Typed): Sql =>
  anyOf([called(sql`per`, typed), typed.phoneEnd !== undefined && sql`right(per.phone, 4) = ${typed.phoneEnd}`]);

const BY_NAME = 'name or part of it, pinyin (zengxiaoming, zengxm) or initials (zxm)';

export const lecturerSearch = search(`Whom somebody looks for, by ${BY_NAME} (按姓名、拼音查找).`, called);

const pupilIs = (row: Alias, typed: Typed): Sql =>
  anyOf([called(row, typed), sql`${row}.student_number = ${typed.number}`]);

export const studentSearch = search(
  `Whom somebody looks for, by ${BY_NAME}, or the whole number in the register (按姓名、拼音、学籍号查找).`,
  pupilIs,
);

export const guardianSearch = search(
  `Whom somebody looks for, by ${BY_NAME}, or the last four digits of the mobile number, which its mask shows (按姓名、拼音、手机号后四位查找).`,
  (row, typed) =>
    sql`${row}.person_id = any(array(select per.id from ${table('person')} per where ${personIs(typed)}))`,
);

/** A role that stands and by which the viewer knows whoever has it; whoever does not play a part has no ids of it. */
const knownByStandingRole = (staff: Alias): Sql =>
  sql`exists (select 1 from ${table('staff_assignment')} asg where asg.staff_id = ${staff}.id and ${assignmentStands(sql`asg`)}
    and (asg.school_class_id = any(${mine.childClassIds}) or asg.school_id = any(${mine.staffSchoolIds}) or asg.district_id = any(${mine.districtIds})))`;

/**
 * The number of who has left is told to nobody. Who is known to some by a name of before (whose place is by the number) is found by the name by
 * those who are told it, for they know them by a role that stands, and by the others by the number.
 */
export const staffSearch = search(
  `Whom somebody looks for, by ${BY_NAME}, the whole staff number, or the last four digits of the mobile number, which its mask shows (按姓名、拼音、工号、手机号后四位查找).`,
  (row, typed) => sql`${row}.id in (
    select stf.id from ${table('staff')} stf join ${table('person')} per on per.id = stf.person_id where ${called(sql`per`, typed)} and (stf.name_key not like '~%' or ${knownByStandingRole(sql`stf`)})
    union all select stf.id from ${table('staff')} stf where stf.staff_number = ${typed.number}
    ${
      typed.phoneEnd === undefined
        ? empty
        : sql`union all select stf.id from ${table('staff')} stf join ${table('person')} per on per.id = stf.person_id
      where right(per.phone, 4) = ${typed.phoneEnd} and (stf.id = ${mine.staffId} or ${knownByStandingRole(sql`stf`)})`
    })`,
);

/** Of a family those of the children are looked for by whom the viewer knows it: its name is made of theirs. */
export const householdSearch = (seen: (student: Alias) => Sql): TextSearch =>
  search(
    `The family of whom somebody looks for, by ${BY_NAME} of a child, or its whole number in the register (按孩子姓名、拼音、学籍号查找).`,
    (row, typed) =>
      sql`${row}.id in (select hst.household_id from ${table('student')} stu join ${table('household_student')} hst on hst.student_id = stu.id where ${pupilIs(sql`stu`, typed)} and ${seen(sql`stu`)})`,
  );
