import { allOf, now, Scope, sql, table } from '../../../platform/reading/index.ts';
import type { TaskKind } from '../../notices/index.ts';
import { mine, playing } from '../../people/index.ts';
import {
  isActiveSignup,
  manageableShifts,
  signupStands,
  visibleSignups,
  visibleStandIns,
  visibleWaitlistEntries,
  type Shift,
  type Signup,
  type StandIn,
  type WaitlistEntry,
} from '../model/index.ts';

const wle = new Scope<WaitlistEntry>('wle');
const sgn = new Scope<Signup>('sgn');
const sti = new Scope<StandIn>('sti');
const sft = new Scope<Shift>('sft');

const asGuardian = playing('guardian');

const answerOffer: TaskKind = {
  key: 'volunteering.answer-offer',
  description: 'A place that came free is held for the volunteer until they take it or let it go (候补名额待确认).',
  title: { zh: '候补名额待确认', en: 'A place to take' },
  of: (viewer) => viewer.guardian,
  about: 'waitlist-entry',
  waits: sql`select wle.id, wle.offered_at as since, wle.offer_expires_at as due from ${table('waitlist_entry')} wle
    where ${allOf([sql`wle.guardian_id = ${mine.guardianId}`, sql`wle.status = 'OFFERED'`, sql`wle.offer_expires_at > ${now}`, visibleWaitlistEntries(wle, asGuardian)])}`,
};

/** It waits since the volunteer was told that the shift was moved. */
const confirmAgain: TaskKind = {
  key: 'volunteering.confirm-again',
  description: 'A shift was moved: whoever has signed up confirms again, or the sign-up ends (报名待再次确认).',
  title: { zh: '报名待再次确认', en: 'A sign-up to confirm again' },
  of: (viewer) => viewer.guardian,
  about: 'signup',
  waits: sql`select sgn.id, coalesce((select max(ntc.created_at) from ${table('notice')} ntc where ntc.person_id = sgn.person_id
      and ntc.about_id = sgn.shift_id and ntc.kind = 'volunteering.shift-moved' and ntc.rests_on is distinct from '{}'), sgn.signed_up_at) as since, sgn.reconfirm_until as due
    from ${table('signup')} sgn
    where ${allOf([sql`sgn.guardian_id = ${mine.guardianId}`, sql`sgn.reconfirm_until > ${now}`, isActiveSignup(sgn), visibleSignups(sgn, asGuardian)])}`,
};

const answerStandIn: TaskKind = {
  key: 'volunteering.answer-stand-in',
  description: 'Somebody of the family asks the volunteer to take over a place (替班待答复).',
  title: { zh: '替班待答复', en: 'Could you stand in?' },
  of: (viewer) => viewer.guardian,
  about: 'stand-in',
  waits: sql`select sti.id, sti.offered_at as since, sti.expires_at as due from ${table('stand_in')} sti
    where ${allOf([sql`sti.to_id = ${mine.guardianId}`, sql`sti.status = 'OFFERED'`, sql`sti.expires_at > ${now}`, visibleStandIns(sti, asGuardian)])}`,
};

/** Shifts to come at the places where the viewer works: an index leads from each place. */
const shiftsAtWork = sql`(select coming.* from ${table('shift')} coming where coming.school_id = any(${mine.schoolIds} || ${mine.staffSchoolIds}) and coming.starts_at > ${now}
  union all select coming.* from ${table('shift')} coming where coming.school_id is null and coming.district_id = any(${mine.districtIds}) and coming.starts_at > ${now})`;

/** One for each shift, since the first of them: whoever runs it decides on its list. Their own they leave to others. */
const decideSignups: TaskKind = {
  key: 'volunteering.decide-signups',
  description: 'Sign-ups for a shift wait for whoever runs it to take them in, or not (班次报名待审核).',
  title: { zh: '班次报名待审核', en: 'Sign-ups to decide on' },
  of: ({ staff, school, district }) => staff || school || district,
  about: 'shift',
  waits: sql`select sft.id, min(sgn.signed_up_at) as since, sft.starts_at as due
    from ${shiftsAtWork} sft join ${table('signup')} sgn on sgn.shift_id = sft.id and sgn.status = 'PENDING'
    where ${allOf([
      sql`sft.status = 'SCHEDULED'`,
      sql`sgn.person_id is distinct from ${mine.personId}`,
      manageableShifts(sft, playing('staff', 'school', 'district')),
      signupStands(sgn),
    ])} group by sft.id, sft.starts_at`,
};

export const placesTasks: readonly TaskKind[] = [answerOffer, confirmAgain, answerStandIn, decideSignups];
