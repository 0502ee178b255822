import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import type { Desk } from '../desk.ts';

/** Places that it is too late to cancel, and the time that it is at the desk. */
export function latePlaces(desk: () => Desk) {
  const at = (time: Date, milliseconds = 0): Date => (desk().now = new Date(time.getTime() + milliseconds));

  /** Somebody who has a place, when it is too late to cancel. */
  async function late(
    options: Parameters<Desk['offer']>[0] = {},
  ): Promise<{ offered: ShiftOnOffer; mother: FamilyGuardian; father: FamilyGuardian; signupId: string }> {
    const offered = await desk().offer({ ...options, role: { capacity: 1, ...options.role } });
    const [mother, father] = (await desk().newFamily(2)).guardians as [FamilyGuardian, FamilyGuardian];
    const { payload } = await desk().signUp(mother, offered);
    if (offered.role.approvalRequired) {
      await desk().rows(`update signup set status = 'CONFIRMED' where role_id = $1`, offered.role.id);
      await desk().rows('update shift_role set places_taken = 1 where id = $1', offered.role.id);
    }
    at(offered.shift.cancelUntil);
    return { offered, mother, father, signupId: payload!.signup!.id };
  }

  const whoIsIn = async ({ role }: ShiftOnOffer): Promise<string[]> =>
    (
      await desk().rows<{ guardian: string }>(
        `select guardian_id as guardian from signup where role_id = $1 and status in ('PENDING', 'CONFIRMED')`,
        role.id,
      )
    ).map(({ guardian }) => guardian);

  return { at, late, whoIsIn };
}
