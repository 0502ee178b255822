import { expect } from 'vitest';
import { UpdateShiftDocument } from '../../../schema/generated/admin.ts';
import type { Dice } from '../../../seeds/deterministic/index.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { expireStandIns, releaseUnconfirmed, settleOffers } from '../../../src/domains/volunteering/index.ts';
import { brokenChecks } from '../../support/checks.ts';
import type { Desk } from '../desk.ts';

const WRONG = ['INTERNAL', 'TIMEOUT'];
const DAY = 1440;

/** A shift with the one role that there is in it. */
export interface MovedShift {
  readonly shift: { readonly id: string };
  readonly role: { readonly id: string };
}

export interface Pressed {
  readonly name: string;
  readonly codes: readonly string[];
}

/** Shifts that are moved about, and who presses at them. */
export abstract class MovingShifts {
  readonly desk: Desk;
  readonly dice: Dice;
  readonly guardians: readonly FamilyGuardian[];
  readonly #codes: string[] = [];

  constructor(desk: Desk, dice: Dice, guardians: readonly FamilyGuardian[]) {
    this.desk = desk;
    this.dice = dice;
    this.guardians = guardians;
  }

  /** All there are now, in an order that a seed repeats; one at least. */
  abstract offers(): Promise<readonly MovedShift[]>;

  /** What an organiser or the calendar does to one of them. */
  abstract move(offered: MovedShift): Promise<Pressed>;

  /** Moves a single shift, whatever day it then lies on. */
  protected async moveAlone({ shift }: MovedShift, minutes: readonly number[]): Promise<Pressed> {
    const [now] = await this.desk.rows<{ revision: number; starts_at: Date; ends_at: Date }>(
      'select revision, starts_at, ends_at from shift where id = $1',
      shift.id,
    );
    const by = this.dice.pick(minutes);
    const { codes } = await this.desk.send(UpdateShiftDocument as never, this.desk.organiser, {
      shiftId: `shift_${shift.id}`,
      revision: now!.revision,
      startsAt: minutesAfter(now!.starts_at, by).toISOString(),
      endsAt: minutesAfter(now!.ends_at, by).toISOString(),
    });
    return { name: 'move', codes };
  }

  /** Something that somebody presses. */
  async press(): Promise<Pressed> {
    const { desk, dice } = this;
    const offers = await this.offers();
    const [guardian, offered] = [dice.pick(this.guardians), dice.pick(offers)];
    const drawn = dice.int(1, 100);
    if (drawn <= 25)
      return { name: 'sign up', codes: (await desk.signUp(guardian, offered, { ifFull: 'JOIN_WAITLIST' })).codes };
    if (drawn <= 40) return this.move(offered);
    const entry = (await desk.entries(offered)).findLast((each) => each.guardian === guardian.guardian.id);
    if (drawn <= 52)
      return { name: 'accept', codes: entry ? (await desk.accept(guardian, `waitlist-entry_${entry.id}`)).codes : [] };
    if (drawn <= 57)
      return {
        name: 'decline',
        codes: entry ? (await desk.decline(guardian, `waitlist-entry_${entry.id}`)).codes : [],
      };
    if (drawn <= 70 && this.#codes.length > 0)
      return { name: 'take over', codes: (await desk.acceptStandIn(guardian, { code: dice.pick(this.#codes) })).codes };
    const signup = await desk.signupOf(guardian, offered);
    if (!signup) return { name: 'nothing', codes: [] };
    if (drawn <= 88) {
      const { payload, codes } = await desk.offerStandIn(
        guardian,
        `signup_${signup}`,
        dice.chance(0.6) ? { toWaitlist: true } : {},
      );
      if (payload?.code) this.#codes.push(payload.code);
      return { name: 'offer', codes };
    }
    if (drawn <= 92) {
      const [open] = await desk.rows<{ id: string }>(
        "select id from stand_in where signup_id = $1 and status = 'OFFERED'",
        signup,
      );
      return {
        name: 'withdraw',
        codes: open ? (await desk.withdrawStandIn(guardian, `stand-in_${open.id}`)).codes : [],
      };
    }
    return { name: 'cancel', codes: (await desk.cancel(guardian, `signup_${signup}`)).codes };
  }

  /** Mostly a little, now and then to the very start that a shift has, or had. */
  async pass(): Promise<void> {
    const { desk, dice } = this;
    const shifts = (await this.offers()).map(({ shift }) => shift.id);
    const [edge] = await desk.rows<{ at: Date }>(
      `select at from (select starts_at as at from shift where id = any($1) union select expires_at from stand_in where shift_id = any($1)
      union select offer_expires_at from waitlist_entry where shift_id = any($1)) edges where at > $2 order by at limit 1`,
      shifts,
      desk.now,
    );
    desk.now = edge && dice.chance(0.3) ? edge.at : minutesAfter(desk.now, dice.int(1, 60));
  }

  async sweep(): Promise<Pressed> {
    await this.desk.asJob((tx) => (this.dice.chance(0.5) ? expireStandIns(tx, 100) : settleOffers(tx, 100)));
    await this.desk.asJob((tx) => releaseUnconfirmed(tx, 100));
    return { name: 'sweep', codes: [] };
  }

  /** Counted from the rows, whatever the counter says. */
  async oversold(): Promise<unknown[]> {
    const all = await Promise.all((await this.offers()).map((offered) => this.desk.places(offered)));
    return all.filter(
      ({ capacity, taken, confirmed, held, pending, engaged }) =>
        confirmed + held > capacity || taken !== confirmed + held || engaged !== confirmed + pending,
    );
  }
}

export const EARLIER_OR_LATER = [-180, -45, 30, 90, DAY, 20 * DAY, -20 * DAY];

export interface Walk {
  readonly steps: number;
  readonly begin: () => Promise<MovingShifts>;
  readonly dice: Dice;
  readonly database: Desk['hub']['database'];
}

const STEPS_OF_A_WORLD = 60;

/**
 * Presses one after the other, and counts after each.
 * @returns what was done, not only tried
 */
export async function oneAfterTheOther({ steps, begin, dice, database }: Walk): Promise<Set<string>> {
  const done = new Set<string>();
  for (let step = 0, world: MovingShifts | undefined; step < steps; step += 1) {
    if (!world || step % STEPS_OF_A_WORLD === 0) world = await begin();
    if (dice.chance(0.2)) await world.pass();
    if (dice.chance(0.15)) await world.sweep();
    const { name, codes } = await world.press();
    expect(
      codes.filter((code) => WRONG.includes(code)),
      `${name}, step ${step}`,
    ).toEqual([]);
    expect(await world.oversold(), `${name}, step ${step}`).toEqual([]);
    if (codes.length === 0) done.add(name);
  }
  expect(await brokenChecks(database.pool)).toEqual([]);
  return done;
}

/** Several press at once; it is counted after each lot. */
export async function severalAtATime({ steps, begin, dice, database }: Walk): Promise<void> {
  for (let step = 0, world: MovingShifts | undefined; step < steps;) {
    if (!world || dice.chance(0.1)) world = await begin();
    if (dice.chance(0.4)) await world.pass();
    const presses = Array.from({ length: dice.int(3, 7) }, () => world!.press());
    step += presses.length;
    const answers = await Promise.all([...presses, ...(dice.chance(0.3) ? [world.sweep()] : [])]);
    expect(answers.flatMap(({ codes }) => codes).filter((code) => WRONG.includes(code))).toEqual([]);
    expect(await world.oversold()).toEqual([]);
  }
  expect(await brokenChecks(database.pool)).toEqual([]);
}
