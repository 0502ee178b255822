import { v7 } from 'uuid';
import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { schoolYearIAdminister, termIAdminister } from '../administration/administration.nodes.ts';
import type { SchoolYear } from '../organisation/school-year.entity.ts';
import { END_WHAT_RESTED } from '../rights/rights-ended.ts';
import { isHeldAlready, roleOfRow } from '../staff/held-role.facts.ts';
import { RoleRequestStatus } from '../staff/role-request.entity.ts';
import { roleEndedWithYear, roleGivenAnew } from '../telling/kinds.ts';
import { tellOfDecidedRoles, tellOfRolesOfYear } from '../telling/tell-of-roles.ts';
import { UPDATE_CALENDAR_RULES, type UpdateCalendarRule } from './corrections.rules.ts';

export interface DaysChange {
  /** What is null stays. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

const refused = (rule: UpdateCalendarRule, path = 'startsOn'): Error =>
  violationOf(UPDATE_CALENDAR_RULES, rule, [path]);

/** @throws NotFound, RuleViolation, BadUserInput */
export async function updateSchoolYear(
  tx: Transaction,
  {
    schoolYearId,
    name,
    startsOn,
    endsOn,
  }: DaysChange & { readonly schoolYearId: string; readonly name: string | null },
): Promise<{ schoolYear: string }> {
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 40 });
  const year = await schoolYearIAdminister(tx, schoolYearId);
  if (called !== null) year.name = called;
  const before = [year.startsOn, year.endsOn].join();
  year.startsOn = startsOn ?? year.startsOn;
  year.endsOn = endsOn ?? year.endsOn;
  if (year.startsOn >= year.endsOn) throw refused('DATES', 'endsOn');
  const [out] =
    await tx.query<object>(sql`select 1 from term trm where trm.school_year_id = ${year.id} and (trm.starts_on < ${year.startsOn}::date or trm.ends_on > ${year.endsOn}::date)
    union all select 1 from calendar_day cld where cld.school_year_id = ${year.id} and (cld.date < ${year.startsOn}::date or cld.date > ${year.endsOn}::date) limit 1`);
  if (out) throw refused('LEAVES_OUT');
  const expired = await endWhatBeginsLater(tx, year);
  await flushOr(tx, {
    school_year_no_overlap: () => refused('OVERLAP'),
    school_year_starts_unique: () => refused('OVERLAP'),
  });
  await tellOfDecidedRoles(tx, expired, 'EXPIRED');
  await giveAnewWhatBegins(tx, year);
  // Which classes are those of today may be another matter now, for the whole district.
  if ([year.startsOn, year.endsOn].join() !== before) await tx.enqueue(END_WHAT_RESTED, {}, { singletonKey: 'now' });
  return { schoolYear: year.id };
}

/**
 * Roles in its classes last as long as the year, and so do requests for them: nothing is left of those that would begin after its end.
 * What a request asked for its asker is told of, and asks anew; a role comes back with a longer year.
 * @returns requests that have ended
 */
async function endWhatBeginsLater(tx: Transaction, { id, endsOn }: SchoolYear): Promise<string[]> {
  const inItsClasses = sql`(select cls.id from school_class cls where cls.school_year_id = ${id})`;
  const roles = await tx.query<{
    id: string;
  }>(sql`update staff_assignment set ended_at = ${tx.now}, ended_by_id = ${tx.viewer.staffId}, ended_with_year = true
    where school_class_id in ${inItsClasses} and ended_at is null and valid_from > ${endsOn}::date returning id`);
  await tellOfRolesOfYear(
    tx,
    roles.map((each) => each.id),
    roleEndedWithYear,
  );
  const ended = await tx.query<{
    id: string;
  }>(sql`update role_request set status = ${RoleRequestStatus.EXPIRED}, decided_at = ${tx.now}
    where school_class_id in ${inItsClasses} and status = 'PENDING' and valid_from > ${endsOn}::date returning id`);
  return ended.map((each) => each.id);
}

/** What the end of the year had ended before it began is there again, as it was given, where it begins in the year: but for what is held by now. */
async function giveAnewWhatBegins(tx: Transaction, { id, endsOn }: SchoolYear): Promise<void> {
  const due = await tx.query<{
    id: string;
  }>(sql`update staff_assignment ass set ended_with_year = false from school_class cls
    where cls.id = ass.school_class_id and cls.school_year_id = ${id} and ass.ended_with_year and ass.valid_from <= ${endsOn}::date returning ass.id`);
  if (due.length === 0) return;
  const ended = raw('ended');
  const given = await tx.query<{
    id: string;
  }>(sql`insert into staff_assignment (id, staff_id, role, district_id, school_id, grade_id, school_class_id, subject, valid_from, valid_to, assigned_by_id, approved_by_id, granted_alone, created_at)
    select anew.id, ended.staff_id, ended.role, ended.district_id, ended.school_id, ended.grade_id, ended.school_class_id, ended.subject, ended.valid_from, ended.last_day_given,
      ended.assigned_by_id, ended.approved_by_id, ended.granted_alone, ${tx.now}
    from unnest(${due.map(() => v7())}::uuid[], ${due.map((each) => each.id)}::uuid[]) as anew(id, of) join staff_assignment ended on ended.id = anew.of
    where not ${isHeldAlready({ ...roleOfRow(ended), days: sql`daterange(ended.valid_from, ended.last_day_given, '[]')` })} returning id`);
  await tellOfRolesOfYear(
    tx,
    given.map((each) => each.id),
    roleGivenAnew,
  );
}

/** @throws NotFound, RuleViolation */
export async function updateTerm(
  tx: Transaction,
  { termId, startsOn, endsOn }: DaysChange & { readonly termId: string },
): Promise<{ term: string }> {
  const { term, schoolYear } = await termIAdminister(tx, termId);
  term.startsOn = startsOn ?? term.startsOn;
  term.endsOn = endsOn ?? term.endsOn;
  if (term.startsOn >= term.endsOn) throw refused('DATES', 'endsOn');
  if (term.startsOn < schoolYear.startsOn || term.endsOn > schoolYear.endsOn) throw refused('OUTSIDE_YEAR');
  await flushOr(tx, { term_no_overlap: () => refused('OVERLAP') });
  return { term: term.id };
}
