import {
  computed,
  expression,
  readable,
  relations,
  Scope,
  sql,
  table,
  toMany,
  toOne,
  type Alias,
  type Readable,
  type Relations,
} from '../../../platform/reading/index.ts';
import { District, Guardian, guardiansKnownToMe, oneselfAsGuardian, School, Staff, today } from '../../people/index.ts';
import { told, VolunteeringPolicy, VolunteerQualification, VolunteerSuspension } from '../model/index.ts';
import { defaultTerms, type PolicyTerms } from './policy.ts';
import {
  districtsOfKnownVolunteers,
  districtsOfMySchools,
  schoolsOfKnownVolunteers,
  suspensionHolds,
  visibleQualifications,
  visibleSuspensions,
  volunteersKnown,
} from './volunteers.access.ts';

export const readables: readonly Readable[] = [
  readable(VolunteerSuspension, {
    prefix: 'volunteer-suspension',
    visible: visibleSuspensions,
    defaultOrder: [{ by: 'startsAt', direction: 'DESC' }],
  }),
  readable(VolunteerQualification, {
    prefix: 'volunteer-qualification',
    visible: visibleQualifications,
    defaultOrder: [{ by: 'grantedAt', direction: 'DESC' }],
  }),
];

const samePerson = (parent: Alias, child: Alias) => sql`${child}.person_id = ${parent}.person_id`;

const sus = new Scope('sus');

export const volunteerRelations: readonly Relations[] = [
  relations(VolunteerSuspension, {
    reason: told('reason', { description: 'The reason, as the volunteer is told it (原因).' }),
    liftReason: told('liftReason', { nullable: true, description: 'Why it was lifted early (解除原因).' }),
    guardian: toOne(Guardian, {
      via: samePerson,
      nullable: true,
      description: 'Who is suspended (志愿者); null where the caller may not see them.',
    }),
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school (学校); null where it holds in the whole district.',
    }),
    decidedBy: toOne(Staff, {
      by: 'decidedBy',
      nullable: true,
      description: 'Who decided (决定人); null where the rule did, or the caller may not see staff.',
    }),
    current: expression(() => Boolean, { description: 'Whether it holds now (是否生效中).', sql: suspensionHolds }),
  }),
  relations(VolunteerQualification, {
    guardian: toOne(Guardian, {
      via: samePerson,
      nullable: true,
      description: 'Whose it is (志愿者); null where the caller may not see them.',
    }),
    district: toOne(District, { by: 'district', description: 'The district that keeps the record (区).' }),
    grantedBy: toOne(Staff, {
      by: 'grantedBy',
      nullable: true,
      description: 'Who put it on record (登记人); null where the caller may not see staff.',
    }),
    current: expression(() => Boolean, {
      description: 'Whether it holds today, by the calendar of Asia/Shanghai (是否有效).',
      sql: (row) =>
        sql`${row}.revoked_at is null and ${today} between ${row}.valid_from and coalesce(${row}.valid_to, 'infinity')`,
    }),
  }),
  relations(Guardian, {
    suspensions: toMany(VolunteerSuspension, {
      via: samePerson,
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description: 'When they could not sign up, the latest first, as far as the caller may see it (暂停记录).',
    }),
    currentSuspension: toOne(VolunteerSuspension, {
      via: (parent, child, viewer) => sql`${child}.id = (select sus.id from ${table('volunteer_suspension')} sus
        where sus.person_id = ${parent}.person_id and ${suspensionHolds(sus)} and ${visibleSuspensions(sus, viewer)} order by sus.ends_at desc, sus.id limit 1)`,
      nullable: true,
      description:
        'What keeps them from signing up now, and until when; of several the one that ends last (当前暂停); null where there is none that the caller may see.',
    }),
    qualifications: toMany(VolunteerQualification, {
      via: samePerson,
      countedWhere: volunteersKnown,
      description:
        'Qualifications on record, also those that hold no longer, as far as the caller may see them (志愿者资质).',
    }),
  }),
  relations(School, {
    volunteerSuspensions: toMany(VolunteerSuspension, {
      by: 'school',
      countedWhere: schoolsOfKnownVolunteers,
      description: 'Who was suspended at the school, as far as the caller may see it, the latest first (暂停记录).',
    }),
    currentVolunteerSuspensions: toMany(VolunteerSuspension, {
      by: 'school',
      where: (row) => suspensionHolds(row),
      countedWhere: schoolsOfKnownVolunteers,
      description: 'Who is suspended at the school now, as far as the caller may see it (当前暂停).',
    }),
  }),
  relations(District, {
    volunteeringPolicy: computed<{ own: PolicyTerms | null }>(() => VolunteeringPolicy, {
      description: 'The rules of volunteering that hold in the district now (志愿服务规则).',
      facts: { own: policyRead },
      value: ({ own }) => own ?? defaultTerms,
    }),
    volunteerSuspensions: toMany(VolunteerSuspension, {
      by: 'district',
      countedWhere: districtsOfKnownVolunteers,
      seenWhere: districtsOfMySchools,
      description:
        'Who was suspended in the district or at one of its schools, as far as the caller may see it, the latest first (暂停记录).',
    }),
    volunteerQualifications: toMany(VolunteerQualification, {
      by: 'district',
      countedWhere: districtsOfKnownVolunteers,
      seenWhere: districtsOfMySchools,
      description: 'Qualifications on record, as far as the caller may see them, the latest first (资质登记).',
    }),
    qualificationNames: expression(() => [String], {
      description:
        'Names of qualifications that roles of the last year and to come ask for, to choose from (资质名称).',
      sql: namesAskedFor,
    }),
  }),
];

function policyRead(row: Alias) {
  return sql`select json_build_object('offerMinutes', vop.offer_minutes, 'noShowLimit', vop.no_show_limit, 'noShowWindowDays', vop.no_show_window_days,
      'suspensionDays', vop.suspension_days, 'checkInEarlyMinutes', vop.check_in_early_minutes, 'reportWithinHours', vop.report_within_hours)
    from ${table('volunteering_policy')} vop where vop.district_id = ${row}.id`;
}

/** Reads published shifts alone, which anybody may see. */
function namesAskedFor(row: Alias) {
  return sql`select array(select distinct rol.qualification from ${table('shift')} sft join ${table('shift_role')} rol on rol.shift_id = sft.id
    where sft.district_id = ${row}.id and sft.starts_at >= ${today} - 365 and sft.published_at is not null and rol.qualification is not null
    order by 1 limit 100)`;
}
