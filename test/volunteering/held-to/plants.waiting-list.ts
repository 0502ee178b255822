import { aSignup } from '../../../seeds/factories/index.ts';
import { Signup, SignupStatus } from '../../../src/domains/volunteering/index.ts';
import { UNCOUNTED, type Plant } from '../../checks/plant.ts';

const ofEntry = (column: string): string => `update waitlist_entry set ${column} = $2 where id = $1`;

export const waitingListPlants: readonly Plant[] = [
  {
    check: 'volunteering.places-taken',
    how: 'a place that is held is not counted',
    write: ({ run }, { waitingList: { wanted } }) =>
      run(UNCOUNTED).then(() => run('update shift_role set places_taken = 2 where id = $1', wanted.role.id)),
  },
  {
    check: 'volunteering.places-taken',
    how: 'the place of a volunteer who gives it up is counted twice',
    write: ({ run }, { waitingList: { wanted } }) =>
      run(UNCOUNTED).then(() =>
        run('update shift_role set capacity = 4, places_taken = 4 where id = $1', wanted.role.id),
      ),
  },
  {
    check: 'volunteering.capacity',
    how: 'capacity falls below what is confirmed and held',
    refusedBy: 'shift_role_places_within_capacity',
    write: ({ run }, { waitingList: { wanted } }) =>
      run('update shift_role set capacity = 2 where id = $1', wanted.role.id),
  },
  {
    check: 'volunteering.waitlist-entry-of-role',
    how: 'the shift is not that of the role',
    refusedBy: 'waitlist_entry_of_its_role',
    write: ({ run }, { waitingList: { entries }, backToBack }) =>
      run(ofEntry('shift_id'), entries.left.id, backToBack.shift.id),
  },
  {
    check: 'volunteering.waitlist-entry-of-role',
    how: 'the person is not that of the guardian',
    write: ({ run }, { waitingList: { entries }, first }) =>
      run(ofEntry('person_id'), entries.left.id, first.parent.person.id),
  },
  {
    check: 'volunteering.waitlist-entry-of-role',
    how: 'the household is not one of the guardian',
    write: ({ run }, { waitingList: { entries }, first }) =>
      run(ofEntry('household_id'), entries.waiting.id, first.household.id),
  },
  {
    check: 'volunteering.waitlist-sequence',
    how: 'a number that was never given',
    write: ({ run }, { waitingList: { entries } }) => run(ofEntry('sequence'), entries.waiting.id, 99),
  },
  {
    check: 'volunteering.waitlist-sequence',
    how: 'a number before the first',
    write: ({ run }, { waitingList: { entries } }) => run(ofEntry('sequence'), entries.waiting.id, 0),
  },
  {
    check: 'volunteering.waitlist-or-signup',
    how: 'somebody has asked for a place and waits for one as well',
    alsoBreaks: ['volunteering.pending-only-where-approved', 'volunteering.signup-occupies-time'],
    write: ({ row }, { waitingList: { wanted, waits } }) =>
      row(Signup, aSignup({ role: wanted.role, guardian: waits.parent.guardian, status: SignupStatus.PENDING })),
  },
  {
    check: 'volunteering.nobody-overlooked',
    how: 'there is a place more, and nobody looked at who waits',
    write: async ({ run }, { waitingList: { wanted, entries } }) => {
      await run('delete from waitlist_skip where entry_id = $1', entries.waiting.id);
      await run('update shift_role set capacity = 4 where id = $1', wanted.role.id);
    },
  },
  {
    check: 'volunteering.waitlist-of-scheduled-shift',
    how: 'the shift is cancelled, and somebody waits',
    write: ({ run }, { waitingList: { closedEntry } }) =>
      run("update waitlist_entry set status = 'WAITING', ended_at = null where id = $1", closedEntry.id),
  },
  {
    check: 'volunteering.offer-before-start',
    how: 'a place is held beyond the start',
    write: ({ run }, { waitingList: { entries, wanted } }) =>
      run(ofEntry('offer_expires_at'), entries.held.id, new Date(wanted.shift.startsAt.getTime() + 1)),
  },
  {
    check: 'volunteering.offer-before-start',
    how: 'an offer ran out after its time',
    write: ({ run }, { waitingList: { entries } }) =>
      run("update waitlist_entry set ended_at = ended_at + interval '1 millisecond' where id = $1", entries.expired.id),
  },
  {
    check: 'volunteering.waitlist-taken',
    how: 'somebody took the place of somebody else',
    write: ({ run }, { waitingList: { entries, givenUp } }) => run(ofEntry('signup_id'), entries.taken.id, givenUp.id),
  },
  {
    check: 'volunteering.waitlist-taken',
    how: 'somebody took a place in another role',
    write: ({ run }, { waitingList: { entries, replacement } }) =>
      run(ofEntry('signup_id'), entries.taken.id, replacement.id),
  },
  {
    check: 'volunteering.offer-of-stand-in',
    how: 'the volunteer keeps the place, and it is still offered',
    write: ({ run }, { waitingList: { toTheList } }) =>
      run("update stand_in set status = 'WITHDRAWN', decided_at = offered_at where id = $1", toTheList.id),
  },
  {
    check: 'volunteering.offer-of-stand-in',
    how: 'a place that went to somebody by name',
    write: ({ run }, { waitingList: { entries, done } }) => run(ofEntry('stand_in_id'), entries.asked.id, done.id),
  },
  {
    check: 'volunteering.stand-in-of-signup',
    how: 'the role is not that of the sign-up',
    refusedBy: 'stand_in_of_its_signup',
    write: ({ run }, { waitingList: { done, wanted } }) =>
      run('update stand_in set role_id = $2 where id = $1', done.id, wanted.role.id),
  },
  {
    check: 'volunteering.stand-in-of-signup',
    how: 'the shift is not that of the sign-up',
    refusedBy: 'stand_in_of_its_signup',
    write: ({ run }, { waitingList: { done, wanted } }) =>
      run('update stand_in set shift_id = $2 where id = $1', done.id, wanted.shift.id),
  },
  {
    check: 'volunteering.stand-in-of-signup',
    how: 'the person is not that of the guardian',
    alsoBreaks: ['volunteering.stand-in-done'],
    write: ({ run }, { waitingList: { done }, first }) =>
      run('update stand_in set to_person_id = $2 where id = $1', done.id, first.parent.person.id),
  },
  {
    check: 'volunteering.stand-in-of-place',
    how: 'a place that nobody has any more is offered',
    write: ({ run }, { waitingList: { done } }) =>
      run("update stand_in set status = 'OFFERED', decided_at = null, replacement_id = null where id = $1", done.id),
  },
  {
    check: 'volunteering.offer-of-stand-in',
    how: 'it is offered for longer than the volunteer offers it',
    alsoBreaks: ['volunteering.offer-before-start'],
    write: ({ run }, { waitingList: { entries, wanted } }) =>
      run(
        "update waitlist_entry set offer_expires_at = $2::timestamptz + interval '1 millisecond' where id = $1",
        entries.asked.id,
        wanted.shift.startsAt,
      ),
  },
  {
    check: 'volunteering.stand-in-until-start',
    how: 'the start was put off',
    write: ({ run }, { waitingList: { toTheList } }) =>
      run("update stand_in set expires_at = expires_at - interval '1 minute' where id = $1", toTheList.id),
  },
  {
    check: 'volunteering.stand-in-done',
    how: 'both have the place',
    alsoBreaks: ['volunteering.signup-occupies-time'],
    write: ({ run }, { waitingList: { given } }) =>
      run("update signup set status = 'CONFIRMED', cancelled_at = null where id = $1", given.id),
  },
  {
    check: 'volunteering.stand-in-done',
    how: 'the other stands in for nobody',
    write: ({ run }, { waitingList: { replacement } }) =>
      run('update signup set stands_in_for_id = null where id = $1', replacement.id),
  },
];
