import { aSignup } from '../../../seeds/factories/index.ts';
import { Signup } from '../../../src/domains/volunteering/index.ts';
import type { Refusal } from '../../checks/plant.ts';

export const placesRefusals: readonly Refusal[] = [
  {
    constraint: 'signup_one_active',
    how: 'a second place in the same role',
    write: ({ row }, { offered: { role }, first }) => row(Signup, aSignup({ role, guardian: first.parent.guardian })),
  },
  {
    constraint: 'signup_one_active',
    how: 'what was given up stands again, beside the one that waits',
    write: ({ run }, { gaveUp }) =>
      run("update signup set status = 'CONFIRMED', cancelled_at = null where id = $1", gaveUp.id),
  },
  {
    constraint: 'shift_role_places_within_capacity',
    how: 'one more sign-up than there are places, whatever the counter says',
    async write({ run, row }, { waitingList: { wanted }, first }) {
      await run('update shift_role set places_taken = 0 where id = $1', wanted.role.id);
      await row(Signup, aSignup({ role: wanted.role, guardian: first.parent.guardian }));
    },
  },
  {
    constraint: 'shift_role_places_within_capacity',
    how: 'a place is held that nobody has given up',
    write: ({ run }, { waitingList: { entries } }) =>
      run(
        "update waitlist_entry set status = 'OFFERED', offered_at = joined_at, offer_expires_at = joined_at + interval '1 day' where id = $1",
        entries.waiting.id,
      ),
  },
  {
    constraint: 'shift_role_places_within_capacity',
    how: 'fewer places than are confirmed and held',
    write: ({ run }, { waitingList: { wanted } }) =>
      run('update shift_role set capacity = capacity - 1 where id = $1', wanted.role.id),
  },
];
