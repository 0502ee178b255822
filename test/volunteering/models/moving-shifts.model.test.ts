import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import { Desk } from '../desk.ts';
import {
  EARLIER_OR_LATER,
  MovingShifts,
  oneAfterTheOther,
  severalAtATime,
  type MovedShift,
  type Pressed,
} from './moving-shifts.model.ts';

/** Short where every change is tested; MODEL_STEPS=20000 for a night. MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? 240);
const SEED = process.env['MODEL_SEED'] ?? 'moving-shifts';
const GUARDIANS = 6;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '120000' } });
});
afterAll(() => desk.close());

/** Two shifts that belong to no series: their times know no calendar. */
class SingleShifts extends MovingShifts {
  readonly #offers: MovedShift[] = [];

  static async begin(dice: Dice): Promise<SingleShifts> {
    const world = new SingleShifts(desk, dice, await desk.parents(GUARDIANS));
    for (const start of [600, 3000]) {
      const startsAt = minutesAfter(desk.now, start);
      const shift = {
        startsAt,
        endsAt: minutesAfter(startsAt, 60),
        signupClosesAt: minutesAfter(startsAt, -10),
        cancelUntil: minutesAfter(startsAt, -60),
      };
      world.#offers.push(await desk.offer({ role: { capacity: dice.int(1, 2) }, shift }));
    }
    return world;
  }

  override offers(): Promise<readonly MovedShift[]> {
    return Promise.resolve(this.#offers);
  }

  override move(offered: MovedShift): Promise<Pressed> {
    return this.moveAlone(offered, EARLIER_OR_LATER);
  }
}

function walk(name: string) {
  const dice = new Dice(`${SEED}/${name}`);
  return { steps: STEPS / 2, dice, begin: () => SingleShifts.begin(dice), database: desk.hub.database };
}

describe(`${STEPS} steps from the seed ${SEED}`, () => {
  it(
    "one after the other: whatever moves and whoever hands over what, no place is two people's",
    async () => {
      const done = await oneAfterTheOther(walk('one'));
      // A run in which little happens says little.
      if (STEPS >= 2000)
        expect([...done].sort()).toEqual(
          expect.arrayContaining(['accept', 'cancel', 'move', 'offer', 'sign up', 'take over', 'withdraw']),
        );
    },
    120_000 + STEPS * 500,
  );

  it('several at a time', () => severalAtATime(walk('several')), 120_000 + STEPS * 500);
});
