import { aStandIn, aWaitlistEntry } from '../../../seeds/factories/index.ts';
import { StandIn, StandInWay, WaitlistEntry, WaitlistStatus } from '../../../src/domains/volunteering/index.ts';
import type { Refusal } from '../../checks/plant.ts';

const shapes: Readonly<Record<string, readonly string[]>> = {
  waitlist_entry_offer: [
    "update waitlist_entry set offer_expires_at = null where status = 'OFFERED'",
    "update waitlist_entry set status = 'OFFERED' where status = 'WAITING'",
  ],
  waitlist_entry_waiting: [
    "update waitlist_entry set offered_at = joined_at, offer_expires_at = joined_at + interval '1 hour' where status = 'WAITING'",
  ],
  waitlist_entry_offer_times: ["update waitlist_entry set offer_expires_at = offered_at where status = 'OFFERED'"],
  waitlist_entry_ended: [
    "update waitlist_entry set ended_at = joined_at where status = 'WAITING'",
    "update waitlist_entry set ended_at = null where status = 'LEFT'",
  ],
  waitlist_entry_taken: [
    "update waitlist_entry set signup_id = null where status = 'TAKEN'",
    "update waitlist_entry set status = 'TAKEN' where status = 'LEFT'",
  ],
  stand_in_to: ["update stand_in set to_person_id = null where way = 'GUARDIAN'"],
  stand_in_way_shape: [
    "update stand_in set way = 'CODE' where way = 'WAITLIST'",
    "update stand_in set code_hash = 'planted' where way = 'WAITLIST'",
    "update stand_in set way = 'GUARDIAN' where way = 'WAITLIST'",
  ],
  stand_in_answered: ["update stand_in set status = 'PENDING', decided_at = offered_at where to_id is null"],
  stand_in_decided: [
    "update stand_in set decided_at = offered_at where status = 'OFFERED'",
    "update stand_in set decided_at = null where status = 'DONE'",
  ],
  stand_in_decided_by: ["update stand_in set decided_by_id = (select id from staff limit 1) where status = 'OFFERED'"],
  signup_cancel_decided: [
    "update signup set cancel_decided_by_id = (select id from staff limit 1) where status = 'CONFIRMED'",
  ],
  stand_in_done: [
    "update stand_in set replacement_id = null where status = 'DONE'",
    "update stand_in set status = 'DECLINED' where status = 'DONE'",
  ],
  signup_cancel_request: [
    "update signup set cancel_requested_at = signed_up_at where status = 'CONFIRMED'",
    "update signup set cancel_request_reason = '家中有事' where status = 'CONFIRMED'",
  ],
};

export const waitingListRefusals: readonly Refusal[] = [
  {
    constraint: 'waitlist_entry_one_active',
    how: 'one person waits twice for one role',
    write: ({ row }, { waitingList: { wanted, waits } }) =>
      row(WaitlistEntry, aWaitlistEntry({ role: wanted.role, guardian: waits.parent.guardian, sequence: 50 })),
  },
  {
    constraint: 'waitlist_entry_one_active',
    how: 'somebody for whom a place is held waits as well',
    write: ({ row }, { waitingList: { wanted, held } }) =>
      row(WaitlistEntry, aWaitlistEntry({ role: wanted.role, guardian: held.parent.guardian, sequence: 50 })),
  },
  {
    constraint: 'waitlist_entry_one_for_stand_in',
    how: 'two are asked for the one place that a volunteer gives up',
    write: ({ run }, { waitingList: { entries, toTheList } }) =>
      run('update waitlist_entry set stand_in_id = $2 where id = $1', entries.held.id, toTheList.id),
  },
  {
    constraint: 'waitlist_entry_sequence_unique',
    how: 'one number for two',
    write: ({ row }, { waitingList: { wanted }, first }) =>
      row(
        WaitlistEntry,
        aWaitlistEntry({
          role: wanted.role,
          guardian: first.parent.guardian,
          sequence: 1,
          status: WaitlistStatus.LEFT,
        }),
      ),
  },
  {
    constraint: 'stand_in_one_open',
    how: 'a place is offered to two at once',
    write: ({ row }, { waitingList: { givenUp, wanted } }) =>
      row(StandIn, aStandIn({ signup: givenUp, expiresAt: wanted.shift.startsAt })),
  },
  {
    constraint: 'stand_in_code_unique',
    how: 'one code for two places',
    async write({ row }, { waitingList: { taken, wanted }, confirmed }) {
      for (const signup of [taken, confirmed])
        await row(
          StandIn,
          aStandIn({ signup, expiresAt: wanted.shift.startsAt, way: StandInWay.CODE, codeHash: 'planted' }),
        );
    },
  },
  ...Object.entries(shapes).flatMap(([constraint, each]) =>
    each.map((statement): Refusal => ({ constraint, how: statement, write: ({ run }) => run(statement) })),
  ),
];
