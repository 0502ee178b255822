import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { settleOffers } from '../../../src/domains/volunteering/index.ts';
import { brokenChecks } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { Model } from './waiting-list.model.ts';

/** Short where every change is tested; MODEL_STEPS=20000 for a night. MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? 1500);
const SEED = process.env['MODEL_SEED'] ?? 'waiting-list';
const GUARDIANS = 9;
const STEPS_OF_A_WORLD = 150;
/** Begin, end, end of signing up and of free cancelling, in minutes from the beginning of a world; the first two overlap, the third is back to back. */
const SHIFTS = [
  [600, 660, 540, 480],
  [630, 700, 600, 600],
  [700, 760, 640, 600],
  [2000, 2060, 1900, 1800],
] as const;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '120000' } });
});
afterAll(() => desk.close());

/** Roles to press at, who presses, and what should come of it. */
class World {
  readonly offers: ShiftOnOffer[] = [];
  guardians: FamilyGuardian[] = [];
  readonly model: Model;
  readonly dice: Dice;
  /** The last id of each guardian in each role. */
  readonly signups = new Map<string, string>();
  readonly entries = new Map<string, string>();

  constructor(dice: Dice) {
    this.dice = dice;
    this.model = new Model(desk.now);
  }

  static async begin(dice: Dice): Promise<World> {
    const world = new World(dice);
    world.guardians = await desk.parents(GUARDIANS);
    const begins = desk.now;
    for (const [start, end, closes, cancelUntil] of SHIFTS) {
      const shift = {
        startsAt: minutesAfter(begins, start),
        endsAt: minutesAfter(begins, end),
        closesAt: minutesAfter(begins, closes),
        cancelUntil: minutesAfter(begins, cancelUntil),
      };
      const capacity = dice.int(1, 3);
      world.offers.push(
        await desk.offer({
          role: { capacity },
          shift: {
            startsAt: shift.startsAt,
            endsAt: shift.endsAt,
            signupClosesAt: shift.closesAt,
            cancelUntil: shift.cancelUntil,
          },
        }),
      );
      world.model.open(shift, capacity);
    }
    return world;
  }

  /** Mostly a little, now and then to the very moment at which something ends, or a millisecond before. */
  pass(): void {
    const [edge] = this.model.edges();
    const to =
      edge && this.dice.chance(0.4)
        ? new Date(edge.getTime() - this.dice.int(0, 1))
        : minutesAfter(desk.now, this.dice.int(1, 45));
    desk.now = to > desk.now ? to : desk.now;
    this.model.now = desk.now;
  }

  /** Something that somebody presses: what it is, what the model says of it, and the press itself. */
  press(): { name: string; expected: () => string; send: () => Promise<readonly string[]> } | null {
    const { model, dice } = this;
    // Whoever waits has more to press than others.
    const waits =
      this.entries.size > 0 && dice.chance(0.35)
        ? dice
            .pick([...this.entries.keys()])
            .split('/')
            .map(Number)
        : null;
    const [who, index] = (waits ?? [dice.int(0, GUARDIANS - 1), dice.int(0, SHIFTS.length - 1)]) as [number, number];
    const [guardian, offered] = [this.guardians[who]!, this.offers[index]!];
    const key = `${who}/${index}`;
    const [signup, entry] = [this.signups.get(key), this.entries.get(key)];
    const name = (what: string): string => `${what} ${key} at ${desk.now.toISOString()}`;
    const learn = <P extends { signup?: { id: string } | null; waitlistEntry?: { id: string } | null }>({
      payload,
      codes,
    }: {
      payload: P | undefined;
      codes: string[];
    }): string[] => {
      if (codes.length === 0 && payload?.signup) this.signups.set(key, payload.signup.id);
      if (codes.length === 0 && payload?.waitlistEntry) this.entries.set(key, payload.waitlistEntry.id);
      return codes;
    };
    const drawn = waits ? dice.int(59, 88) : dice.int(1, 100);
    if (drawn <= 30) {
      const orWait = dice.chance(0.7);
      return {
        name: name(`sign up${orWait ? ' or wait' : ''}`),
        expected: () => model.signUp(who, index, orWait),
        send: async () => learn(await desk.signUp(guardian, offered, { ifFull: orWait ? 'JOIN_WAITLIST' : 'REFUSE' })),
      };
    }
    if (drawn <= 40)
      return {
        name: name('join'),
        expected: () => model.join(who, index),
        send: async () => learn(await desk.join(guardian, offered)),
      };
    if (drawn <= 58)
      return signup === undefined
        ? null
        : {
            name: name('cancel'),
            expected: () => model.cancel(who, index),
            send: async () => (await desk.cancel(guardian, signup)).codes,
          };
    if (drawn <= 63)
      return entry === undefined
        ? null
        : {
            name: name('leave'),
            expected: () => model.leave(who, index),
            send: async () => (await desk.leave(guardian, entry)).codes,
          };
    if (drawn <= 70)
      return entry === undefined
        ? null
        : {
            name: name('decline'),
            expected: () => model.decline(who, index),
            send: async () => (await desk.decline(guardian, entry)).codes,
          };
    if (drawn <= 88)
      return entry === undefined
        ? null
        : {
            name: name('accept'),
            expected: () => model.accept(who, index),
            send: async () => learn(await desk.accept(guardian, entry)),
          };
    const capacity = dice.int(1, 4);
    if (desk.now >= offered.shift.startsAt) return null;
    return {
      name: name(`resize to ${capacity}:`),
      expected: () => model.resize(index, capacity),
      send: async () => (await desk.resize(desk.organiser, offered, capacity)).codes,
    };
  }

  /** What the tables say, in the words of the model. */
  async stored(): Promise<unknown[]> {
    const { rows } = await desk.hub.database.pool.query<{
      role: string;
      capacity: number;
      taken: number;
      inside: string[];
      entries: { guardian: string; status: string; expires: string | null }[];
    }>(
      `
      select r.id as role, r.capacity, r.places_taken as taken,
        array(select s.guardian_id from signup s where s.role_id = r.id and s.status = 'CONFIRMED') as inside,
        array(select json_build_object('guardian', w.guardian_id, 'status', w.status, 'expires', case w.status when 'OFFERED' then w.offer_expires_at end)
          from waitlist_entry w where w.role_id = r.id order by w.priority, w.joined_at, w.sequence) as entries
      from shift_role r where r.id = any($1)`,
      [this.offers.map(({ role }) => role.id)],
    );
    const number = new Map(this.guardians.map(({ guardian }, index) => [guardian.id, index]));
    const byRole = new Map(rows.map((row) => [row.role, row]));
    return this.offers.map(({ role }) => {
      const { capacity, taken, inside, entries } = byRole.get(role.id)!;
      return {
        capacity,
        taken,
        inside: inside.map((each) => number.get(each)!).sort(),
        entries: entries.map(({ guardian, status, expires }) => ({
          guardian: number.get(guardian),
          status,
          expires: expires === null ? null : new Date(expires),
        })),
      };
    });
  }

  expected(): unknown[] {
    return this.model.roles.map(({ capacity, inside, entries }) => ({
      capacity,
      taken: inside.length + entries.filter((each) => each.status === 'OFFERED').length,
      inside: inside.toSorted(),
      entries: entries.map(({ guardian, status, expiresAt }) => ({
        guardian,
        status,
        expires: status === 'OFFERED' ? expiresAt : null,
      })),
    }));
  }
}

const sweep = (): Promise<number> => desk.asJob((tx) => settleOffers(tx, 100));

describe(`${STEPS} steps from the seed ${SEED}`, () => {
  it(
    'one after the other: every answer and every row is what the model says',
    async () => {
      const dice = new Dice(`${SEED}/one`);
      const counted = new Map<string, number>();
      for (let step = 0, world: World | undefined; step < STEPS / 2; step += 1) {
        if (!world || step % STEPS_OF_A_WORLD === 0) world = await World.begin(dice);
        if (dice.chance(0.12)) world.pass();
        if (dice.chance(0.06)) {
          await sweep();
          world.model.sweep();
        }
        const press = world.press();
        if (!press) continue;
        const codes = await press.send();
        expect(codes.join(), `${press.name}, step ${step}`).toBe(press.expected());
        expect(await world.stored(), `${press.name}, step ${step}`).toEqual(world.expected());
        const outcome = `${press.name.split(' ')[0]} ${codes.join()}`;
        counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
      }
      expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
      // A run in which little happens says little.
      if (STEPS >= 1500)
        expect([...counted.keys()]).toEqual(
          expect.arrayContaining([
            'sign ',
            'sign FULL',
            'sign OVERLAP',
            'cancel ',
            'leave ',
            'accept ',
            'accept OFFER_EXPIRED',
            'decline ',
            'resize ',
            'resize CAPACITY_BELOW_CONFIRMED',
          ]),
        );
    },
    60_000 + STEPS * 200,
  );

  it(
    'several at a time: nobody is told that something went wrong, and nothing is oversold, lost or left lying',
    async () => {
      const dice = new Dice(`${SEED}/several`);
      for (let step = 0, world: World | undefined; step < STEPS / 2;) {
        if (!world || dice.chance(0.05)) world = await World.begin(dice);
        if (dice.chance(0.5)) world.pass();
        const presses = Array.from({ length: dice.int(3, 10) }, () => world!.press()).filter((each) => each !== null);
        step += presses.length;
        const answers = await Promise.all([
          ...presses.map((each) => each.send()),
          ...(dice.chance(0.3) ? [sweep().then(() => [])] : []),
        ]);
        expect(
          answers.flat().filter((code) => ['INTERNAL', 'TIMEOUT', 'NOT_FOUND', 'BAD_USER_INPUT'].includes(code)),
        ).toEqual([]);
        expect(answers.filter((codes) => codes.length > 1)).toEqual([]);
        if (!dice.chance(0.1)) continue;
        await sweep();
        const settled = await world.stored();
        await sweep();
        expect(await world.stored(), 'what is settled stays').toEqual(settled);
        expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
      }
      expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
    },
    60_000 + STEPS * 200,
  );
});
