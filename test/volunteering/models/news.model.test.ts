import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import { ReconfirmSignupDocument } from '../../../schema/generated/mini-program.ts';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { momentIn } from '../../../src/domains/notice-kinds/index.ts';
import { brokenChecks } from '../../support/checks.ts';
import { FULL } from '../../forms/form.ts';
import { Desk } from '../desk.ts';
import { stateOf, Told, toldBetween, type News, type State } from './news.model.ts';

/** Short where every change is tested, longer in the full form; MODEL_STEPS=5000 for a night. MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? (FULL ? 120 : 80));
const SEED = process.env['MODEL_SEED'] ?? 'news';
const STEPS_OF_A_WORLD = 40;
const PLACES = ['学校东门', '学校西门', '操场'];

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '120000' } });
});
afterAll(() => desk.close());

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly about: { readonly id: string } | null;
}

/** One shift, two of a family and two others who press at it, and whoever runs it. */
class World {
  readonly dice: Dice;
  readonly offered: ShiftOnOffer;
  readonly guardians: readonly FamilyGuardian[];
  readonly #codes: string[] = [];
  state!: State;
  #seen = new Set<string>();

  private constructor(dice: Dice, offered: ShiftOnOffer, guardians: readonly FamilyGuardian[]) {
    this.dice = dice;
    this.offered = offered;
    this.guardians = guardians;
  }

  static async begin(dice: Dice): Promise<World> {
    const startsAt = minutesAfter(desk.now, dice.pick([20, 60, 90]) * 60);
    const shift = {
      startsAt,
      endsAt: minutesAfter(startsAt, 60),
      signupClosesAt: minutesAfter(startsAt, -10),
      cancelUntil: dice.chance(0.5) ? minutesAfter(desk.now, -1) : minutesAfter(startsAt, -10),
      place: PLACES[0]!,
    };
    const role = { capacity: dice.int(1, 2), approvalRequired: dice.chance(0.5) };
    const own = await desk.newFamily(2);
    const world = new World(dice, await desk.offer({ shift, role }), [
      ...(own.guardians as readonly FamilyGuardian[]),
      ...(await desk.parents(2)),
    ]);
    world.state = await stateOf(desk, world.offered.shift.id);
    await world.told();
    return world;
  }

  /** What each is shown of this shift, and what it was made from. */
  async told(): Promise<News[]> {
    const of = new Set([
      this.state.shift.id,
      this.offered.role.id,
      ...[...this.state.signups, ...this.state.entries, ...this.state.standIns].map(({ id }) => id),
    ]);
    const inboxes = await Promise.all(
      [...this.guardians, desk.organiser].map(async ({ accountId, person }) => {
        const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: Shown[] } } }>(
          '{ viewer { inbox(first: 50) { nodes { id kind body about { id } } } } }',
          { as: accountId },
        );
        return data!.viewer.inbox.nodes.map((each) => ({ ...each, person: person.id }));
      }),
    );
    const shown = inboxes.flat();
    const rows = await desk.rows<{ id: string; about_id: string; params: Record<string, string> }>(
      'select id, about_id, params from notice where id = any($1)',
      shown.map(({ id }) => id.slice('notice_'.length)),
    );
    const facts = new Map(rows.map((row) => [`notice_${row.id}`, row]));
    return shown.flatMap(({ id, kind, body, person }) => {
      const { about_id: about, params } = facts.get(id)!;
      if (!of.has(about)) return [];
      if (params['when'] !== undefined) expect(body).toContain(momentIn(params['when']).zh);
      return [{ id, person, about, params, kind: kind.replace('volunteering.', '') }];
    });
  }

  /** Presses something, and looks at every inbox. @returns what was done, not only tried */
  async step(name: string): Promise<string | null> {
    const [what, codes] = await this.press();
    expect(codes.filter((code) => ['INTERNAL', 'TIMEOUT'].includes(code))).toEqual([]);
    const before = this.state;
    this.state = await stateOf(desk, this.offered.shift.id);
    const step = `${name}: ${what} ${codes.join()}`;
    const model = new Told(this.state);
    const shown = await this.told();
    expect(
      shown.filter((each) => !model.so(each)),
      `untrue after ${step}`,
    ).toEqual([]);
    const missing = model
      .due(desk.organiser.person.id)
      .filter(
        ([person, about, ...kinds]) =>
          !shown.some((each) => each.person === person && each.about === about && kinds.includes(each.kind)),
      );
    expect(missing, `not shown after ${step}`).toEqual([]);
    const fresh = shown.filter(({ id }) => !this.#seen.has(id));
    const untold = toldBetween(before, this.state).filter(
      ([person, kind]) => !fresh.some((each) => each.person === person && each.kind === kind),
    );
    expect(untold, `not told of ${step}`).toEqual([]);
    this.#seen = new Set([...this.#seen, ...shown.map(({ id }) => id)]);
    return codes.length === 0 ? what : null;
  }

  async #update(change: object): Promise<readonly string[]> {
    const [now] = await desk.rows<{ revision: number }>(
      'select revision from shift where id = $1',
      this.offered.shift.id,
    );
    return (
      await desk.send(admin.UpdateShiftDocument as never, desk.organiser, {
        shiftId: `shift_${this.offered.shift.id}`,
        ...now,
        ...change,
      })
    ).codes;
  }

  async press(): Promise<readonly [string, readonly string[]]> {
    const { dice, offered, state } = this;
    const guardian = dice.pick(this.guardians);
    const me = guardian.person.id;
    const model = new Told(state);
    const [signup, entry] = [model.place(me), model.waits(me)];
    const own = state.standIns.find(
      (each) => each.signup === signup?.id && ['OFFERED', 'PENDING'].includes(each.status),
    );
    const asked = state.standIns.find((each) => each.to === me && each.way === 'GUARDIAN' && each.status === 'OFFERED');
    const decision = state.standIns.find(({ status }) => status === 'PENDING');
    const pending = state.signups.find(({ status }) => status === 'PENDING');
    const asks = state.signups.find((each) => each.asks);
    const can: (readonly [string, number, () => Promise<readonly string[]>])[] = [
      ['move', 2, () => this.#moved()],
      ['meet elsewhere', 1, () => this.#update({ place: dice.pick(PLACES) })],
      ['remind', 1, () => desk.hub.hub.runJob('volunteering.remind-volunteers').then(() => [])],
      ['take over by code', 3, () => this.#byCode(guardian)],
    ];
    const offer = (more: object) => async () => {
      const { payload, codes } = await desk.offerStandIn(guardian, `signup_${signup!.id}`, more);
      if (payload?.code) this.#codes.push(payload.code);
      return codes;
    };
    if (!signup && !entry)
      can.push(['sign up', 5, async () => (await desk.signUp(guardian, offered, { ifFull: 'JOIN_WAITLIST' })).codes]);
    if (signup) {
      const id = `signup_${signup.id}`;
      can.push(
        ['cancel', 1, async () => (await desk.cancel(guardian, id)).codes],
        ['ask to be let go', 1, async () => (await desk.requestCancellation(guardian, id)).codes],
      );
      if (signup.reconfirm !== null)
        can.push([
          'confirm again',
          4,
          async () => (await desk.send(ReconfirmSignupDocument as never, guardian, { signupId: id })).codes,
        ]);
      if (own)
        can.push(['withdraw', 1, async () => (await desk.withdrawStandIn(guardian, `stand-in_${own.id}`)).codes]);
      else {
        const other = this.guardians.slice(0, 2).find((each) => each !== guardian);
        can.push(['offer by code', 2, offer({})], ['offer to the list', 1, offer({ toWaitlist: true })]);
        if (this.guardians.indexOf(guardian) < 2)
          can.push(['offer by name', 4, offer({ guardianId: `guardian_${other!.guardian.id}` })]);
      }
    }
    if (entry) {
      const id = `waitlist-entry_${entry.id}`;
      can.push(['leave', 1, async () => (await desk.leave(guardian, id)).codes]);
      if (entry.status === 'OFFERED')
        can.push(
          ['accept', 3, async () => (await desk.accept(guardian, id)).codes],
          ['decline', 1, async () => (await desk.decline(guardian, id)).codes],
        );
    }
    if (asked) {
      const standInId = `stand-in_${asked.id}`;
      can.push(
        ['agree', 5, async () => (await desk.acceptStandIn(guardian, { standInId })).codes],
        ['refuse', 3, async () => (await desk.declineStandIn(guardian, standInId)).codes],
      );
    }
    const yes = dice.chance(0.6);
    if (decision)
      can.push([
        `decide on a stand-in ${yes}`,
        2,
        async () => (await desk.decideStandIn(desk.organiser, `stand-in_${decision.id}`, yes, '已定')).codes,
      ]);
    if (pending)
      can.push([
        `decide on a sign-up ${yes}`,
        5,
        async () =>
          (
            await desk.send(
              (yes ? admin.ApproveSignupsDocument : admin.RejectSignupsDocument) as never,
              desk.organiser,
              { signupIds: [`signup_${pending.id}`], ...(!yes && { reason: '已满' }) },
            )
          ).codes,
      ]);
    if (asks)
      can.push([
        `let go ${yes}`,
        3,
        async () => (await desk.decideCancellation(desk.organiser, `signup_${asks.id}`, yes, '已定')).codes,
      ]);
    const [what, , work] = dice.pick(can.flatMap((each) => Array.from({ length: each[1] }, () => each)));
    return [`${what} (${this.guardians.indexOf(guardian)})`, await work()];
  }

  #moved(): Promise<readonly string[]> {
    const startsAt = minutesAfter(new Date(this.state.shift.starts), this.dice.pick([-300, 60, 1440, 2880]));
    return this.#update({
      startsAt: startsAt.toISOString(),
      endsAt: minutesAfter(startsAt, 60).toISOString(),
      ...(this.dice.chance(0.4) && { place: this.dice.pick(PLACES) }),
    });
  }

  async #byCode(guardian: FamilyGuardian): Promise<readonly string[]> {
    if (this.#codes.length === 0) return ['NO_CODE'];
    return (await desk.acceptStandIn(guardian, { code: this.#codes.at(-1)! })).codes;
  }

  callOff = async (): Promise<readonly string[]> =>
    (
      await desk.send(admin.CancelShiftDocument as never, desk.organiser, {
        shiftId: `shift_${this.offered.shift.id}`,
        reason: '下雨',
      })
    ).codes;
}

describe(`${STEPS} steps from the seed ${SEED}`, () => {
  it(
    'whatever anybody does with a place, all that is shown in any inbox is so, and whoever is concerned was told',
    async () => {
      const dice = new Dice(SEED);
      const done = new Set<string>();
      for (let step = 0, world: World | undefined; step < STEPS; step += 1) {
        if (!world || step % STEPS_OF_A_WORLD === 0) world = await World.begin(dice);
        if (step % STEPS_OF_A_WORLD === STEPS_OF_A_WORLD - 1)
          world.press = async () => ['call off', await world!.callOff()];
        const what = await world.step(`step ${step}`);
        if (what !== null) done.add(what.replace(/ \(.*/, ''));
      }
      expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
      expect(done).toContain('call off');
      // A run in which little happens says little.
      if (STEPS >= 1000)
        expect([...done]).toEqual(
          expect.arrayContaining(['move', 'meet elsewhere', 'agree', 'refuse', 'withdraw', 'confirm again', 'accept']),
        );
    },
    120_000 + STEPS * 2_000,
  );
});
