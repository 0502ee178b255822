import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../../../schema/generated/admin.ts';
import type { FamilyGuardian, StaffMember } from '../../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../../support/checks.ts';
import { Desk, type Answered } from '../../desk.ts';
import { whileHeld } from '../../while-held.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

type Sent = Promise<Answered<{ userErrors: [] }>>;
const block = ({ guardianships }: FamilyGuardian): Sent =>
  desk.send(admin.BlockGuardianDocument as never, head, {
    guardianshipId: `guardianship_${guardianships[0]!.id}`,
    reason: '学校的原因',
  });

/** Both calls queue for what is held, the one after the other, and are answered in this order. */
async function inTurn(
  held: readonly [statement: string, id: string],
  first: () => Promise<{ codes: string[] }>,
  second: () => Promise<{ codes: string[] }>,
): Promise<string[][]> {
  const sent: Promise<{ codes: string[] }>[] = [];
  await whileHeld(desk, held[0], [held[1]], async (waiting) => {
    sent.push(first());
    await waiting(1);
    sent.push(second());
    await waiting(2);
  });
  return (await Promise.all(sent)).map(({ codes }) => codes);
}

const thePerson = ({ person }: FamilyGuardian): readonly [string, string] => [
  'select id from person where id = $1 for no key update',
  person.id,
];
const theRole = (id: string): readonly [string, string] => [
  'select id from shift_role where id = $1 for no key update',
  id,
];

const signups = (role: string): Promise<{ guardian: string; status: string }[]> =>
  desk.rows('select guardian_id as guardian, status from signup where role_id = $1 order by signed_up_at, id', role);

describe('a block of whoever takes a place that is held for them', () => {
  it.each([[true], [false]])(
    'accepted first: %s: either it was theirs and has ended, or it was taken away and they are refused',
    async (acceptFirst) => {
      const offered = await desk.full(1);
      const { parent } = await desk.newFamily();
      await desk.join(parent, offered);
      await desk.cancelOf(offered.inside[0]!, offered);
      const { globalId } = await desk.entryOf(parent, offered);
      const [accept, end] = [() => desk.accept(parent, globalId), () => block(parent)];
      const codes = await inTurn(thePerson(parent), acceptFirst ? accept : end, acceptFirst ? end : accept);
      expect(codes).toEqual(acceptFirst ? [[], []] : [[], [expect.any(String)]]);
      expect(await desk.list(offered)).toBe(acceptFirst ? 'TAKEN' : 'INELIGIBLE');
      expect((await signups(offered.role.id)).map(({ status }) => status)).toEqual(
        acceptFirst ? ['CANCELLED', 'CANCELLED'] : ['CANCELLED'],
      );
      expect(await desk.places(offered)).toMatchObject({ taken: 0, confirmed: 0, held: 0, engaged: 0 });
    },
  );
});

describe('a block while a place is handed over', () => {
  async function handing() {
    const offered = await desk.offer({ role: { capacity: 1 } });
    const { guardians } = await desk.newFamily(2);
    const [giver, taker] = [guardians[0]!, guardians[1]!];
    await desk.signUp(giver, offered);
    const { payload } = await desk.offerStandIn(giver, `signup_${(await desk.signupOf(giver, offered))!}`, {
      guardianId: `guardian_${taker.guardian.id}`,
    });
    return { offered, giver, taker, accept: () => desk.acceptStandIn(taker, { standInId: payload!.standIn!.id }) };
  }

  it.each([[true], [false]])(
    'of whoever takes it, accepted first: %s: it is theirs and ends, or stays with whoever would have given it',
    async (acceptFirst) => {
      const { offered, giver, taker, accept } = await handing();
      const end = (): Sent => block(taker);
      const codes = await inTurn(thePerson(taker), acceptFirst ? accept : end, acceptFirst ? end : accept);
      expect(codes).toEqual(acceptFirst ? [[], []] : [[], [expect.any(String)]]);
      expect(await signups(offered.role.id)).toEqual(
        acceptFirst
          ? [
              { guardian: giver.guardian.id, status: 'CANCELLED' },
              { guardian: taker.guardian.id, status: 'CANCELLED' },
            ]
          : [{ guardian: giver.guardian.id, status: 'CONFIRMED' }],
      );
      expect(await desk.places(offered)).toMatchObject(
        acceptFirst ? { taken: 0, confirmed: 0, engaged: 0 } : { taken: 1, confirmed: 1, engaged: 1 },
      );
    },
  );

  it.each([[true], [false]])(
    "of whoever gives it, accepted first: %s: it is the other one's and stays theirs, or has ended and nobody takes it over",
    async (acceptFirst) => {
      const { offered, giver, taker, accept } = await handing();
      const end = (): Sent => block(giver);
      const codes = await inTurn(theRole(offered.role.id), acceptFirst ? accept : end, acceptFirst ? end : accept);
      expect(codes).toEqual(acceptFirst ? [[], []] : [[], [expect.any(String)]]);
      expect(await signups(offered.role.id)).toEqual([
        { guardian: giver.guardian.id, status: 'CANCELLED' },
        ...(acceptFirst ? [{ guardian: taker.guardian.id, status: 'CONFIRMED' }] : []),
      ]);
      expect(await desk.places(offered)).toMatchObject(
        acceptFirst ? { taken: 1, confirmed: 1, engaged: 1 } : { taken: 0, confirmed: 0, engaged: 0 },
      );
    },
  );
});
