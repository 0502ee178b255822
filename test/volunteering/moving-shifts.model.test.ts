import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpdateShiftDocument } from '../../schema/generated/admin.ts';
import { Dice } from '../../seeds/deterministic/index.ts';
import { minutesAfter } from '../../seeds/factories/index.ts';
import type { FamilyGuardian, ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { expireStandIns, releaseUnconfirmed, settleOffers } from '../../src/domains/volunteering/index.ts';
import { brokenChecks } from '../support/checks.ts';
import { Desk } from './desk.ts';

/** Short where every change is tested; MODEL_STEPS=20000 for a night. MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? 240);
const SEED = process.env['MODEL_SEED'] ?? 'moving-shifts';
const GUARDIANS = 6;
const STEPS_OF_A_WORLD = 60;
const DAY = 1440;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '120000' } });
});
afterAll(() => desk.close());

/** Two shifts that are moved about, and who presses at them. */
class World {
  readonly dice: Dice;
  readonly offers: ShiftOnOffer[] = [];
  guardians: FamilyGuardian[] = [];
  readonly codes: string[] = [];

  constructor(dice: Dice) {
    this.dice = dice;
  }

  static async begin(dice: Dice): Promise<World> {
    const world = new World(dice);
    world.guardians = await desk.parents(GUARDIANS);
    for (const start of [600, 3000]) {
      const startsAt = minutesAfter(desk.now, start);
      const shift = { startsAt, endsAt: minutesAfter(startsAt, 60), signupClosesAt: minutesAfter(startsAt, -10), cancelUntil: minutesAfter(startsAt, -60) };
      world.offers.push(await desk.offer({ role: { capacity: dice.int(1, 2) }, shift }));
    }
    return world;
  }

  /** Earlier, later, over days without school or into another term: the time of a shift knows no calendar. */
  async #move({ shift }: ShiftOnOffer): Promise<readonly string[]> {
    const [now] = (await desk.rows<{ revision: number; starts_at: Date }>('select revision, starts_at from shift where id = $1', shift.id)) as [{ revision: number; starts_at: Date }];
    const startsAt = minutesAfter(now.starts_at, this.dice.pick([-180, -45, 30, 90, DAY, 20 * DAY, -20 * DAY]));
    return (await desk.send(UpdateShiftDocument as never, desk.organiser, {
      shiftId: `shift_${shift.id}`, revision: now.revision, startsAt: startsAt.toISOString(), endsAt: minutesAfter(startsAt, 60).toISOString(),
    })).codes;
  }

  /** Something that somebody presses. */
  async press(): Promise<{ name: string; codes: readonly string[] }> {
    const { dice } = this;
    const [guardian, offered] = [dice.pick(this.guardians), dice.pick(this.offers)];
    const drawn = dice.int(1, 100);
    if (drawn <= 25) return { name: 'sign up', codes: (await desk.signUp(guardian, offered, { ifFull: 'JOIN_WAITLIST' })).codes };
    if (drawn <= 40) return { name: 'move', codes: await this.#move(offered) };
    const entry = (await desk.entries(offered)).findLast((each) => each.guardian === guardian.guardian.id);
    if (drawn <= 52) return { name: 'accept', codes: entry ? (await desk.accept(guardian, `waitlist-entry_${entry.id}`)).codes : [] };
    if (drawn <= 57) return { name: 'decline', codes: entry ? (await desk.decline(guardian, `waitlist-entry_${entry.id}`)).codes : [] };
    if (drawn <= 70 && this.codes.length > 0) return { name: 'take over', codes: (await desk.acceptStandIn(guardian, { code: dice.pick(this.codes) })).codes };
    const signup = await desk.signupOf(guardian, offered);
    if (!signup) return { name: 'nothing', codes: [] };
    if (drawn <= 88) {
      const { payload, codes } = await desk.offerStandIn(guardian, `signup_${signup}`, dice.chance(0.6) ? { toWaitlist: true } : {});
      if (payload?.code) this.codes.push(payload.code);
      return { name: 'offer', codes };
    }
    if (drawn <= 92) {
      const [open] = await desk.rows<{ id: string }>("select id from stand_in where signup_id = $1 and status = 'OFFERED'", signup);
      return { name: 'withdraw', codes: open ? (await desk.withdrawStandIn(guardian, `stand-in_${open.id}`)).codes : [] };
    }
    return { name: 'cancel', codes: (await desk.cancel(guardian, `signup_${signup}`)).codes };
  }

  /** Mostly a little, now and then to the very start that a shift has, or had. */
  async pass(): Promise<void> {
    const [edge] = await desk.rows<{ at: Date }>(`select at from (select starts_at as at from shift where id = any($1) union select expires_at from stand_in where shift_id = any($1)
      union select offer_expires_at from waitlist_entry where shift_id = any($1)) edges where at > $2 order by at limit 1`, this.offers.map(({ shift }) => shift.id), desk.now);
    desk.now = edge && this.dice.chance(0.3) ? edge.at : minutesAfter(desk.now, this.dice.int(1, 60));
  }

  async sweep(): Promise<void> {
    await desk.asJob((tx) => (this.dice.chance(0.5) ? expireStandIns(tx, 100) : settleOffers(tx, 100)));
    await desk.asJob((tx) => releaseUnconfirmed(tx, 100));
  }

  /** Counted from the rows, whatever the counter says. */
  async oversold(): Promise<unknown[]> {
    const all = await Promise.all(this.offers.map((offered) => desk.places(offered)));
    return all.filter(({ capacity, taken, confirmed, held, pending, engaged }) => confirmed + held > capacity || taken !== confirmed + held || engaged !== confirmed + pending);
  }
}

const WRONG = ['INTERNAL', 'TIMEOUT'];

describe(`${STEPS} steps from the seed ${SEED}`, () => {
  it('one after the other: whatever moves and whoever hands over what, no place is two people\'s', async () => {
    const dice = new Dice(`${SEED}/one`);
    const counted = new Set<string>();
    for (let step = 0, world: World | undefined; step < STEPS / 2; step += 1) {
      if (!world || step % STEPS_OF_A_WORLD === 0) world = await World.begin(dice);
      if (dice.chance(0.2)) await world.pass();
      if (dice.chance(0.15)) await world.sweep();
      const { name, codes } = await world.press();
      expect(codes.filter((code) => WRONG.includes(code)), `${name}, step ${step}`).toEqual([]);
      expect(await world.oversold(), `${name}, step ${step}`).toEqual([]);
      if (codes.length === 0) counted.add(name);
    }
    expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
    // A run in which little happens says little.
    if (STEPS >= 2000) expect([...counted].sort()).toEqual(expect.arrayContaining(['accept', 'cancel', 'move', 'offer', 'sign up', 'take over', 'withdraw']));
  }, 120_000 + STEPS * 500);

  it('several at a time', async () => {
    const dice = new Dice(`${SEED}/several`);
    for (let step = 0, world: World | undefined; step < STEPS / 2;) {
      if (!world || dice.chance(0.1)) world = await World.begin(dice);
      if (dice.chance(0.4)) await world.pass();
      const presses = Array.from({ length: dice.int(3, 7) }, () => world!.press());
      step += presses.length;
      const answers = await Promise.all([...presses, ...(dice.chance(0.3) ? [world.sweep().then(() => ({ name: 'sweep', codes: [] as readonly string[] }))] : [])]);
      expect(answers.flatMap(({ codes }) => codes).filter((code) => WRONG.includes(code))).toEqual([]);
      expect(await world.oversold()).toEqual([]);
    }
    expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
  }, 120_000 + STEPS * 500);
});
