import { shanghaiDay } from '../../../platform/calendar/index.ts';
import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { raw, sql, today, type Sql } from '../../../platform/reading/index.ts';
import { schoolYearIAdminister, termIAdminister } from '../administration/administration.nodes.ts';
import { endRequests, expireRequests } from '../administration/ask-for-role.ts';
import type { SchoolYear } from '../organisation/school-year.entity.ts';
import { assignmentHolds, assignmentIsGiven, assignmentStands } from '../rights/in-force.facts.ts';
import { END_WHAT_RESTED } from '../rights/rights-ended.ts';
import { askedForIsHeld } from '../staff/held-role.facts.ts';
import { INBOX, type PlaceOfRole } from '../telling/inbox.ts';
import { roleEndedWithYear, roleGivenAnew } from '../telling/kinds.ts';
import { tellOfDecidedRoles, tellOfRolesOfYear } from '../telling/tell-of-roles.ts';
import { UPDATE_CALENDAR_RULES, type UpdateCalendarRule } from './corrections.rules.ts';

export interface DaysChange {
  /** Null leaves the day as it is. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** By that day of a change which the caller has sent: of both, the one at which it is. */
const refused = (rule: UpdateCalendarRule, at: keyof DaysChange = 'startsOn'): Error =>
  violationOf(UPDATE_CALENDAR_RULES, rule, [at], [at === 'startsOn' ? 'endsOn' : 'startsOn']);

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
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 40, form: 'TITLE' });
  const year = await schoolYearIAdminister(tx, schoolYearId);
  if (called !== null) year.name = called;
  const before = { startsOn: year.startsOn, endsOn: year.endsOn };
  year.startsOn = startsOn ?? year.startsOn;
  year.endsOn = endsOn ?? year.endsOn;
  if (year.startsOn >= year.endsOn) throw refused('DATES', 'endsOn');
  const [out] = await tx.query<{
    before: boolean;
  }>(sql`select trm.starts_on < ${year.startsOn}::date as before from term trm where trm.school_year_id = ${year.id} and (trm.starts_on < ${year.startsOn}::date or trm.ends_on > ${year.endsOn}::date)
    union all select cld.date < ${year.startsOn}::date from calendar_day cld where cld.school_year_id = ${year.id} and (cld.date < ${year.startsOn}::date or cld.date > ${year.endsOn}::date) order by before desc limit 1`);
  if (out) throw refused('LEAVES_OUT', out.before ? 'startsOn' : 'endsOn');
  const expired = await endWhatBeginsLater(tx, year);
  await flushOr(tx, {
    school_year_no_overlap: () => refused('OVERLAP'),
    school_year_starts_unique: () => refused('OVERLAP'),
  });
  await tellOfDecidedRoles(tx, expired, 'YEAR_SHORTER');
  await tellOfRoles(tx, year, before.endsOn);
  // Which classes are those of today may be another matter now, for the whole district.
  if (year.startsOn !== before.startsOn || year.endsOn !== before.endsOn)
    await tx.enqueue(END_WHAT_RESTED, {}, { singletonKey: 'now' });
  return { schoolYear: year.id };
}

/**
 * Requests for roles in its classes last as long as the year: nothing is left of those that would begin after its end. Whoever asked is told,
 * and asks anew.
 * @returns requests that have ended
 */
function endWhatBeginsLater(tx: Transaction, { id, endsOn }: SchoolYear): Promise<string[]> {
  return expireRequests(tx, sql`rqs.school_class_id in ${classesOf(id)} and rqs.valid_from > ${endsOn}::date`);
}

/** Roles in its classes have followed the year. Whoever has one that will not begin now is told, and whoever has one that will, after all. */
async function tellOfRoles(tx: Transaction, year: SchoolYear, before: string): Promise<void> {
  if (year.endsOn === before) return;
  const [shorter, longer] = [year.endsOn, before].sort();
  const roles = await tx.query<{ id: string }>(sql`select ass.id from staff_assignment ass
    where ass.school_class_id in ${classesOf(year.id)} and ass.valid_from > ${shorter}::date and ass.valid_from <= ${longer}::date and ${assignmentIsGiven(sql`ass`)}
      ${year.endsOn < before ? sql`and ass.valid_from > ${today}` : sql``}`);
  await tellOfRolesOfYear(
    tx,
    roles.map(({ id }) => id),
    year.endsOn < before ? roleEndedWithYear : roleGivenAnew,
  );
  if (year.endsOn > before) await welcomeBack(tx, year, before);
  else if (year.endsOn < shanghaiDay(tx.now) && shanghaiDay(tx.now) <= before)
    await askAtPlacesOf(
      tx,
      sql`ass.school_class_id in ${classesOf(year.id)} and ass.valid_from <= ${today} and ${assignmentIsGiven(sql`ass`)}`,
    );
}

/**
 * A role that is there again goes by its holder's name of today, and they are asked what waits at its place; a request for a role that is
 * held now waits for nobody any more.
 */
async function welcomeBack(tx: Transaction, { id }: SchoolYear, before: string): Promise<void> {
  const back = sql`ass.school_class_id in ${classesOf(id)} and (ass.valid_from > ${before}::date or ${before}::date < ${today})`;
  await tx.query(
    sql`update staff_assignment ass set held_as = null where ${back} and ass.held_as is not null and ${assignmentStands(sql`ass`)}`,
  );
  await askAtPlacesOf(tx, sql`${back} and ${assignmentHolds(sql`ass`)}`);
  await endRequests(
    tx,
    sql`rqs.school_class_id in ${classesOf(id)} and ${askedForIsHeld(raw('rqs'))}`,
    'GIVEN_OTHERWISE',
  );
}

/** What waits where roles `ass` have begun or ended with the year is asked of whoever may decide there by now. */
async function askAtPlacesOf(tx: Transaction, those: Sql): Promise<void> {
  const places = await tx.query<PlaceOfRole>(
    sql`select distinct ass.school_id as school, ass.district_id as district from staff_assignment ass where ${those}`,
  );
  await tx.services.get(INBOX).askAt(tx, places);
}

const classesOf = (year: string): Sql => sql`(select cls.id from school_class cls where cls.school_year_id = ${year})`;

/** @throws NotFound, RuleViolation */
export async function updateTerm(
  tx: Transaction,
  { termId, startsOn, endsOn }: DaysChange & { readonly termId: string },
): Promise<{ term: string }> {
  const { term, schoolYear } = await termIAdminister(tx, termId);
  term.startsOn = startsOn ?? term.startsOn;
  term.endsOn = endsOn ?? term.endsOn;
  if (term.startsOn >= term.endsOn) throw refused('DATES', 'endsOn');
  if (term.startsOn < schoolYear.startsOn) throw refused('OUTSIDE_YEAR');
  if (term.endsOn > schoolYear.endsOn) throw refused('OUTSIDE_YEAR', 'endsOn');
  await flushOr(tx, { term_no_overlap: () => refused('OVERLAP') });
  return { term: term.id };
}
