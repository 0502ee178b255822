import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { tellEach } from '../../notices/index.ts';
import { type Shift, isOpenStandIn } from '../../model/index.ts';

/**
 * Offers to take over a place of a shift that has another time can be answered until it begins, and whoever was asked is told so. What
 * somebody has agreed to for the old time they are asked anew: nobody is given a place at a time that they never agreed to. Who agreed
 * by a code stays known as who has answered last, until somebody answers it.
 * @param was when it was to begin
 */
export async function moveStandIns(tx: Transaction, shift: Shift, was: Date): Promise<void> {
  await tx.em.flush();
  const open = await tx.query<{ id: string; person_id: string | null; agreed: boolean }>(sql`
    with open as (select sti.id, sti.to_person_id, sti.status from stand_in sti where sti.shift_id = ${shift.id} and ${isOpenStandIn(sql`sti`)} order by sti.id for no key update)
    update stand_in sti set expires_at = ${shift.startsAt}, status = 'OFFERED', decided_at = null, risk_accepted_at = null
    from open where open.id = sti.id returning sti.id, open.to_person_id as person_id, open.status = 'PENDING' as agreed`);
  const agreed = open.filter((each) => each.agreed).map(({ id }) => id);
  if (agreed.length > 0) await askDeciders(tx, agreed);
  await tellEach(
    tx,
    'STAND_IN_MOVED',
    open.flatMap(({ id, person_id }) =>
      person_id === null
        ? []
        : [
            {
              to: [person_id],
              params: { at: shift.startsAt, was, where: shift.place, until: shift.startsAt },
              about: id,
            },
          ],
    ),
  );
}
