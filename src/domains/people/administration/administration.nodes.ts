import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound } from '../../../platform/errors/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { Student } from '../families/student.entity.ts';
import { District } from '../organisation/district.entity.ts';
import { Room } from '../organisation/room.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { Term } from '../organisation/term.entity.ts';

/* Things that the caller administers are found and locked against their going away; others are not there. */

/** True where the viewer administers the school, or the district that it lies in. */
export function administeredSchool(school: Sql): Sql {
  return sql`(${school}.id = any(${mine.schoolIds}) or ${school}.district_id = any(${mine.districtIds}))`;
}

async function found<Row>(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new NotFound();
  return row;
}

export async function districtIAdminister(tx: Transaction, id: string, lock: Sql = sql`share`): Promise<District> {
  return tx.em.map(
    District,
    await found(
      tx.query<object>(
        sql`select dst.* from district dst where dst.id = ${id} and dst.id = any(${mine.districtIds}) for ${lock}`,
      ),
    ),
  );
}

export async function schoolIAdminister(tx: Transaction, id: string): Promise<School> {
  return tx.em.map(
    School,
    await found(
      tx.query<object>(
        sql`select sch.* from school sch where sch.id = ${id} and ${administeredSchool(sql`sch`)} for no key update`,
      ),
    ),
  );
}

export async function schoolYearIAdminister(tx: Transaction, id: string): Promise<SchoolYear> {
  return tx.em.map(
    SchoolYear,
    await found(
      tx.query<object>(
        sql`select syr.* from school_year syr where syr.id = ${id} and syr.district_id = any(${mine.districtIds}) for no key update`,
      ),
    ),
  );
}

export async function classIAdminister(tx: Transaction, id: string): Promise<SchoolClass> {
  return tx.em.map(
    SchoolClass,
    await found(
      tx.query<object>(sql`select cls.* from school_class cls join school sch on sch.id = cls.school_id
    where cls.id = ${id} and ${administeredSchool(sql`sch`)} for no key update of cls`),
    ),
  );
}

export async function roomIAdminister(tx: Transaction, id: string): Promise<Room> {
  return tx.em.map(
    Room,
    await found(
      tx.query<object>(sql`select rom.* from room rom join school sch on sch.id = rom.school_id
    where rom.id = ${id} and ${administeredSchool(sql`sch`)} for no key update of rom`),
    ),
  );
}

/** The school year is locked as well, and first: its days and those of its terms change one after the other. */
export async function termIAdminister(tx: Transaction, id: string): Promise<{ term: Term; schoolYear: SchoolYear }> {
  const [row] = await tx.query<{ school_year_id: string }>(
    sql`select trm.school_year_id from term trm where trm.id = ${id}`,
  );
  if (!row) throw new NotFound();
  const schoolYear = await schoolYearIAdminister(tx, row.school_year_id);
  return {
    schoolYear,
    term: tx.em.map(
      Term,
      await found(tx.query<object>(sql`select trm.* from term trm where trm.id = ${id} for no key update`)),
    ),
  };
}

/** Pupils are for their own school: the district does not come upon them by their ids. */
export async function studentsOfMySchools(tx: Transaction, ids: readonly string[]): Promise<Student[]> {
  const rows = await tx.query<object>(sql`select stu.* from student stu
    where stu.id = any(${ids}::uuid[]) and stu.school_id = any(${mine.schoolIds}) order by stu.id for no key update`);
  if (rows.length < new Set(ids).size) throw new NotFound();
  return rows.map((row) => tx.em.map(Student, row));
}
