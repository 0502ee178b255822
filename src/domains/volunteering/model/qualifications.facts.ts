import { raw, sql, table, today, type Alias, type Sql } from '../../../platform/reading/index.ts';

/** True where somebody has the qualification that a role asks for, today, or where it asks for none. */
export const isQualified = (
  personId: Sql,
  { role, shift }: { readonly role: Alias; readonly shift: Alias },
): Sql => sql`(${role}.qualification is null or exists (select 1
    from ${table('volunteer_qualification')} qual where qual.person_id = ${personId}
    and qual.name = ${role}.qualification and qual.district_id = ${shift}.district_id and qual.revoked_at is null
    and ${today} between qual.valid_from and coalesce(qual.valid_to, 'infinity')))`;

/** The volunteer of a sign-up for a role `rol` of a shift `sft` has the qualification that it asks for, today. */
export const holdsQualification = (signup: Sql): Sql =>
  isQualified(sql`${signup}.person_id`, { role: raw('rol'), shift: raw('sft') });
