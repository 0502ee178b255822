import { saidOf, type LeftStanding } from '../../support/held-to.ts';

/** For each declaration: something of its kind that stands though the right has ended, and a look whether it still does. Every kind has one. */
export const PLANTS: Readonly<Record<string, LeftStanding>> = {
  ...saidOf('leftStanding'),
  'volunteering.places': {
    plant: `update guardianship set data_access = false where guardian_id = (select sgn.guardian_id from signup sgn join shift sft on sft.id = sgn.shift_id
      join guardianship tie on tie.guardian_id = sgn.guardian_id and tie.status = 'ACTIVE' and tie.data_access
      where sgn.status = 'CONFIRMED' and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by sgn.id limit 1) returning guardian_id as id`,
    stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'`,
  },
  'volunteering.families': {
    plant: `update signup sgn set household_id = (select hsh.id from household hsh where not exists (select 1 from household_guardian hgd where hgd.household_id = hsh.id and hgd.guardian_id = sgn.guardian_id)
      order by hsh.id limit 1) where sgn.id = (select one.id from signup one join shift sft on sft.id = one.shift_id
      where one.status = 'CONFIRMED' and one.household_id is not null and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by one.id desc limit 1) returning guardian_id as id`,
    stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'
      and sgn.household_id is not null and not exists (select 1 from household_guardian hgd where hgd.household_id = sgn.household_id and hgd.guardian_id = sgn.guardian_id)`,
  },
  'volunteering.organisers': {
    plant: `update staff_assignment set ended_at = $1 where staff_id = (select act.organiser_id from shift sft join volunteer_activity act on act.id = sft.activity_id
      where sft.status = 'SCHEDULED' and sft.starts_at > $1 and act.school_id is not null and exists (select 1 from staff_assignment adm where adm.school_id = act.school_id
        and adm.role = 'SCHOOL_ADMIN' and adm.ended_at is null and adm.staff_id <> act.organiser_id) order by act.id limit 1) and ended_at is null returning staff_id as id`,
    stands: `select 1 from volunteer_activity act join shift sft on sft.activity_id = act.id and sft.starts_at > $2 and sft.status = 'SCHEDULED' where act.organiser_id = $1
      and not exists (select 1 from notice ntc where ntc.kind = 'volunteering.organiser-gone' and ntc.dedupe_key like $1 || '/%')`,
  },
  'people.role-requests': {
    plant: `insert into role_request (id, created_at, staff_id, role, district_id, asked_by_id, valid_from, expires_at)
      select gen_random_uuid(), $1::timestamptz, tch.staff_id, 'ANALYST', tch.district_id, tch.staff_id, $1::timestamptz::date, $1::timestamptz + interval '30 days'
      from staff_assignment tch where tch.role = 'SUBJECT_TEACHER' and tch.ended_at is null and not exists (select 1 from staff_assignment adm where adm.staff_id = tch.staff_id and adm.role = 'DISTRICT_ADMIN')
      order by tch.id limit 1 returning asked_by_id as id`,
    stands: `select 1 from role_request where asked_by_id = $1 and status = 'PENDING' and expires_at > $2`,
  },
  'identity.staff-identities': {
    plant: `insert into staff_identity (id, created_at, account_id, issuer, subject, linked_at, status, linked_by_id)
      select gen_random_uuid(), $1::timestamptz, acc.id, 'https://idp.example', 'left-waiting', $1::timestamptz, 'PENDING', tch.staff_id
      from staff_assignment tch join staff_assignment col on col.district_id = tch.district_id and col.staff_id <> tch.staff_id join staff stf on stf.id = col.staff_id join account acc on acc.person_id = stf.person_id
      where tch.role = 'SUBJECT_TEACHER' and tch.ended_at is null and not exists (select 1 from staff_assignment adm where adm.staff_id = tch.staff_id and adm.role = 'DISTRICT_ADMIN')
      order by tch.id, acc.id limit 1 returning linked_by_id as id`,
    stands: `select 1 from staff_identity where linked_by_id = $1 and status = 'PENDING' and linked_at <= $2`,
  },
  'notices.deciders': {
    plant: `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, waiting)
      select gen_random_uuid(), $1::timestamptz, gua.person_id, 'people.guardianship-asked', '{}', 'guardianship', tie.id, true
      from guardianship tie join guardian gua on gua.id = tie.guardian_id where tie.status = 'PENDING' order by tie.id limit 1 returning id`,
    stands: `select 1 from notice where id = $1 and waiting and created_at <= $2`,
  },
  'meetings.invitations': {
    plant: `update guardianship set data_access = false where guardian_id = (select rgd.guardian_id from meeting_reply_guardian rgd join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null
      join meeting_invitation inv on inv.id = rpl.invitation_id and inv.status = 'INVITED' join meeting mtg on mtg.id = inv.meeting_id and mtg.ends_at > $1
      join guardianship tie on tie.guardian_id = rgd.guardian_id and tie.status = 'ACTIVE' and tie.data_access order by rgd.id limit 1) returning guardian_id as id`,
    stands: `select 1 from meeting_reply_guardian rgd join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null join meeting mtg on mtg.id = rpl.meeting_id and mtg.ends_at > $2
      where rgd.guardian_id = $1`,
  },
};
