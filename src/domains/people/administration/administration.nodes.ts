import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound } from '../../../platform/errors/index.ts';
import { mine, sql, type Sql } from '../../../platform/reading/index.ts';
import { District } from '../organisation/district.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { School } from '../organisation/school.entity.ts';

/* What the caller administers, found and locked against its going away; what they do not administer is not there. */

/** True where the viewer administers the school, or the district that it lies in. */
export function administered(school: Sql): Sql {
  return sql`(${school}.id = any(${mine.schoolIds}) or ${school}.district_id = any(${mine.districtIds}))`;
}

async function found<Row>(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new NotFound();
  return row;
}

export async function districtIAdminister(tx: Transaction, id: string): Promise<District> {
  return tx.em.map(District, await found(tx.query<object>(sql`select dst.* from district dst where dst.id = ${id} and dst.id = any(${mine.districtIds}) for share`)));
}

export async function schoolIAdminister(tx: Transaction, id: string): Promise<School> {
  return tx.em.map(School, await found(tx.query<object>(sql`select sch.* from school sch where sch.id = ${id} and ${administered(sql`sch`)} for no key update`)));
}

export async function schoolYearIAdminister(tx: Transaction, id: string): Promise<SchoolYear> {
  return tx.em.map(SchoolYear, await found(tx.query<object>(sql`select syr.* from school_year syr where syr.id = ${id} and syr.district_id = any(${mine.districtIds}) for no key update`)));
}

export async function classIAdminister(tx: Transaction, id: string): Promise<SchoolClass> {
  return tx.em.map(SchoolClass, await found(tx.query<object>(sql`select cls.* from school_class cls join school sch on sch.id = cls.school_id
    where cls.id = ${id} and ${administered(sql`sch`)} for no key update of cls`)));
}
