import { UpdateShiftDocument } from '../../../schema/generated/admin.ts';
import { ReconfirmSignupDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  openShift,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { releaseUnconfirmed } from '../../../src/domains/volunteering/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { sweep } from '../../support/sweeps.ts';
import { caller } from './organisers.ts';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly admin: StaffMember;
  readonly clock: Date;
}

/** Shifts that are moved to another time, and what becomes of those who have signed up. */
export function movedShifts(world: () => World) {
  const call = caller(() => world().hub);
  const offer = (options: Parameters<typeof openShift>[2] = {}): Promise<ShiftOnOffer> =>
    openShift(world().scenario, world().admin, { school: world().school, ...options });
  const move = ({ shift }: ShiftOnOffer, given: object, who = world().admin) =>
    call(UpdateShiftDocument, who, { shiftId: `shift_${shift.id}`, revision: 0, ...given });
  const to = (minutes: number) => ({
    startsAt: world().scenario.at(minutes).toISOString(),
    endsAt: world()
      .scenario.at(minutes + 60)
      .toISOString(),
  });
  const reconfirm = (who: Family, signup: { id: string }) =>
    call(ReconfirmSignupDocument, who.parent, { signupId: `signup_${signup.id}` });

  /** Runs it at the moment that the clock shows. */
  const releaseAll = (most = 100): Promise<number> =>
    sweep(world().hub, world().clock, (tx) => releaseUnconfirmed(tx, most));

  async function signupsOf({ shift }: ShiftOnOffer): Promise<object[]> {
    const { rows } = await world().hub.database.pool.query<object>(
      `
    select s.status, s.cancel_reason is not null as told, s.reconfirm_until, e.status as time, e.starts_at = t.starts_at and e.ends_at = t.ends_at as follows
    from signup s join shift t on t.id = s.shift_id left join engagement e on e.source_id = s.id where s.shift_id = $1 order by s.signed_up_at, s.id`,
      [shift.id],
    );
    return rows;
  }
  async function placesOf({ role }: ShiftOnOffer): Promise<number> {
    const { rows } = await world().hub.database.pool.query<{ places_taken: number }>(
      'select places_taken from shift_role where id = $1',
      [role.id],
    );
    return rows[0]!.places_taken;
  }

  return { offer, move, to, reconfirm, sweep: releaseAll, signupsOf, placesOf };
}
