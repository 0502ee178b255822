import { flushOr, optionalText, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { schoolIAdminister } from './administration.nodes.ts';
import { CLASS_RULES } from './administration.rules.ts';

export interface NewClass {
  readonly schoolId: string;
  readonly schoolYearId: string;
  readonly gradeId: string;
  readonly number: number;
  /** Made of the grade and the number where left out. */
  readonly name: string | null;
  readonly promotedFromId: string | null;
}

/** @throws NotFound, RuleViolation, BadUserInput */
export async function createSchoolClass(tx: Transaction, wanted: NewClass): Promise<{ schoolClass: string }> {
  const name = optionalText(wanted.name, { path: ['name'], longest: 40, form: 'TITLE' });
  if (wanted.number < 1 || wanted.number > 60) throw violationOf(CLASS_RULES, 'NUMBER_RANGE', ['number']);
  const school = await schoolIAdminister(tx, wanted.schoolId);
  const [year, grade] = [
    await tx.em.findOne(SchoolYear, wanted.schoolYearId),
    await tx.em.findOne(Grade, wanted.gradeId),
  ];
  if (!year || !grade) throw new NotFound();
  if (year.district.id !== school.district.id) throw violationOf(CLASS_RULES, 'OTHER_DISTRICT', ['schoolYearId']);
  if (!school.stages.includes(grade.stage)) throw violationOf(CLASS_RULES, 'STAGE_NOT_TAUGHT', ['gradeId']);
  if (wanted.promotedFromId !== null) {
    const [before] =
      await tx.query<object>(sql`select 1 from school_class cls join school_year syr on syr.id = cls.school_year_id
      where cls.id = ${wanted.promotedFromId} and cls.school_id = ${school.id} and syr.starts_on < ${year.startsOn}::date`);
    if (!before) throw violationOf(CLASS_RULES, 'PROMOTION', ['promotedFromId']);
  }
  const schoolClass = tx.em.create(SchoolClass, {
    school,
    schoolYear: year,
    grade,
    number: wanted.number,
    name: name ?? `${grade.name}${wanted.number}班`,
    promotedFrom: wanted.promotedFromId === null ? null : tx.em.getReference(SchoolClass, wanted.promotedFromId),
    createdAt: tx.now,
  });
  await flushOr(tx, { school_class_number_unique: () => violationOf(CLASS_RULES, 'TAKEN', ['number']) });
  return { schoolClass: schoolClass.id };
}
