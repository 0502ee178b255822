import type { Check } from '../../../../platform/graphql/index.ts';
import { ACTIVE_SIGNUP, ENTRY_IN_LINE } from '../../model/index.ts';

export const waitingListChecks: readonly Check[] = [
  {
    name: 'volunteering.places-taken',
    description: 'The counter of a role equals its confirmed sign-ups and the free places that are held for somebody.',
    sql: `select r.id from shift_role r where r.places_taken <> (select count(*) from signup s where s.role_id = r.id and s.status = 'CONFIRMED')
      + (select count(*) from waitlist_entry w where w.role_id = r.id and w.status = 'OFFERED' and w.stand_in_id is null)`,
  },
  {
    name: 'volunteering.capacity',
    description: 'Confirmed and held places of a role never exceed its capacity.',
    sql: `select r.id from shift_role r where r.capacity < (select count(*) from signup s where s.role_id = r.id and s.status = 'CONFIRMED')
      + (select count(*) from waitlist_entry w where w.role_id = r.id and w.status = 'OFFERED' and w.stand_in_id is null)`,
  },
  {
    name: 'volunteering.waitlist-entry-of-role',
    description:
      'An entry names the shift of its role, the person of its guardian and, while it is in line, a household of theirs.',
    sql: `select w.id from waitlist_entry w join shift_role r on r.id = w.role_id join guardian g on g.id = w.guardian_id
      where r.shift_id <> w.shift_id or g.person_id <> w.person_id or (w.status in ${ENTRY_IN_LINE} and w.household_id is not null and not exists (
        select 1 from household_guardian h where h.household_id = w.household_id and h.guardian_id = w.guardian_id))`,
  },
  {
    name: 'volunteering.waitlist-sequence',
    description: 'A waiting list has given no number beyond the last one.',
    sql: `select w.id from waitlist_entry w join shift_role r on r.id = w.role_id where w.sequence > r.last_sequence or w.sequence < 1`,
  },
  {
    name: 'volunteering.waitlist-or-signup',
    description: 'Nobody waits for a role in which they have a sign-up that stands.',
    sql: `select w.id from waitlist_entry w join signup s on s.role_id = w.role_id and s.person_id = w.person_id
      where w.status in ${ENTRY_IN_LINE} and s.status in ${ACTIVE_SIGNUP}`,
  },
  {
    name: 'volunteering.waitlist-of-scheduled-shift',
    description: 'Nobody waits for a shift that does not take place.',
    sql: `select w.id from waitlist_entry w join shift t on t.id = w.shift_id where w.status in ${ENTRY_IN_LINE} and t.status <> 'SCHEDULED'`,
  },
  {
    name: 'volunteering.offer-before-start',
    description: 'No place is held beyond the start of its shift, and an offer that ran out ended when it said.',
    sql: `select w.id from waitlist_entry w join shift t on t.id = w.shift_id
      where (w.status = 'OFFERED' and w.offer_expires_at > t.starts_at) or (w.status = 'EXPIRED' and w.ended_at is distinct from w.offer_expires_at)`,
  },
  {
    name: 'volunteering.nobody-overlooked',
    description:
      'Whoever waits while a place is free was told why they could not have it: places are offered in the transaction that frees them.',
    sql: `select w.id from waitlist_entry w join shift_role r on r.id = w.role_id join shift t on t.id = r.shift_id
      where w.status = 'WAITING' and t.status = 'SCHEDULED' and not exists (select 1 from waitlist_skip k where k.entry_id = w.id)
        and r.capacity > r.places_taken + case when r.approval_required then (select count(*) from signup s where s.role_id = r.id and s.status = 'PENDING') else 0 end`,
  },
  {
    name: 'volunteering.waitlist-taken',
    description: 'Whoever took a place has a sign-up of their own in that role.',
    sql: `select w.id from waitlist_entry w join signup s on s.id = w.signup_id where s.role_id <> w.role_id or s.person_id <> w.person_id`,
  },
  {
    name: 'volunteering.offer-of-stand-in',
    description:
      'Only a place that a volunteer offers to the list, in the same role, is offered for them, and no longer than they offer it.',
    sql: `select w.id from waitlist_entry w join stand_in i on i.id = w.stand_in_id
      where w.status = 'OFFERED' and (i.status not in ('OFFERED', 'EXPIRED') or w.offer_expires_at > i.expires_at or i.way <> 'WAITLIST' or i.role_id <> w.role_id)`,
  },
];
