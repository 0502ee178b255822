import type { HeldTo } from '../support/held-to.ts';
import { ADMINISTRATORS, SIGNED_IN, TEACHERS } from '../access/caller-names.ts';
import { identityPlants } from './held-to/plants.ts';
import { identityRefusals } from './held-to/refusals.ts';
import { identityLists } from './held-to/lists.ts';

export const heldTo: HeldTo = {
  permissions: {
    'identity.audit.read': [...ADMINISTRATORS, 'privacy-officer'],
    'identity.service-token.manage': ADMINISTRATORS,
    'identity.staff-identity.manage': ['district-admin'],
  },
  reachedBy: {
    Account: SIGNED_IN,
    AccountJoin: ['schoolAdmin'],
    Session: ['parent'],
    StaffIdentity: ['schoolAdmin', 'districtAdmin'],
    ServiceToken: ['districtAdmin'],
  },
  notFor: {
    AccessLog: [...TEACHERS, 'LECTURER'],
    AuditLog: [...TEACHERS, 'LECTURER'],
    ServiceTokens: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
    StaffIdentities: [...TEACHERS, 'LECTURER'],
    StaffIdentitiesToApprove: ['schoolAdmin', ...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
  },
  plants: identityPlants,
  refusals: identityRefusals,
  shapes: {
    session_ended: [
      'update session set ended_at = now() where ending is null',
      'update session set ended_at = null where ending is not null',
    ],
    session_times: [
      'update session set expires_at = started_at',
      "update session set last_used_at = started_at - interval '1 millisecond'",
      "update session set expires_at = started_at + interval '180 days 1 millisecond'",
    ],
    service_token_node: [
      "update service_token set role = 'DISTRICT_ADMIN' where school_id is not null",
      "update service_token set role = 'SCHOOL_ADMIN' where school_id is null",
    ],
    service_token_times: [
      'update service_token set expires_at = issued_at',
      "update service_token set expires_at = issued_at + interval '366 days 1 millisecond'",
    ],
  },
  leftStanding: {
    'identity.staff-identities': {
      plant: `insert into staff_identity (id, created_at, account_id, issuer, subject, linked_at, status, linked_by_id)
      select gen_random_uuid(), $1::timestamptz, acc.id, 'https://idp.example', 'left-waiting', $1::timestamptz, 'PENDING', tch.staff_id
      from staff_assignment tch join staff_assignment col on col.district_id = tch.district_id and col.staff_id <> tch.staff_id join staff stf on stf.id = col.staff_id join account acc on acc.person_id = stf.person_id
      where tch.role = 'SUBJECT_TEACHER' and tch.ended_at is null and not exists (select 1 from staff_assignment adm where adm.staff_id = tch.staff_id and adm.role = 'DISTRICT_ADMIN')
      order by tch.id, acc.id limit 1 returning linked_by_id as id`,
      stands: `select 1 from staff_identity where linked_by_id = $1 and status = 'PENDING' and linked_at <= $2`,
    },
  },
  lists: identityLists,
};
