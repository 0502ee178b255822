import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ShowCheckInCodeDocument } from '../../../schema/generated/admin.ts';
import { releaseUnconfirmed } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { whileHeld } from '../while-held.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const CHECK_IN = parse(
  'mutation ($input: CheckInInput!) { checkIn(input: $input) { userErrors { code message path } } }',
);

it('whoever checks in at the moment at which unconfirmed places are released keeps theirs', async () => {
  const offered = await desk.offer({
    shift: {
      startsAt: desk.scenario.at(20),
      endsAt: desk.scenario.at(80),
      signupClosesAt: desk.scenario.at(19),
      cancelUntil: desk.scenario.at(10),
    },
    role: { capacity: 5 },
  });
  const [comes, stays] = (await desk.parents(2)) as [Who, Who];
  for (const each of [comes, stays]) expect((await desk.signUp(each, offered)).codes).toEqual([]);
  await desk.rows('update signup set reconfirm_until = $2 where role_id = $1', offered.role.id, desk.scenario.at(-1));
  const { payload } = await desk.send<object, { token: string; userErrors: [] }>(
    ShowCheckInCodeDocument as never,
    desk.organiser,
    { shiftId: `shift_${offered.shift.id}` },
  );
  const [checkedIn, released] = await whileHeld(desk, 'lock table attendance in share mode', [], async (waiting) => {
    const checkIn = desk.send(CHECK_IN as never, comes, { token: payload!.token });
    await waiting(1);
    const release = desk.asJob((tx) => releaseUnconfirmed(tx, 100));
    await waiting(2);
    return [checkIn, release] as const;
  }).then((both) => Promise.all(both));
  expect([checkedIn.codes, released]).toEqual([[], 1]);
  expect(
    await desk.rows(
      'select sgn.person_id, sgn.status, att.checked_in_at is not null as came from signup sgn left join attendance att on att.signup_id = sgn.id where sgn.role_id = $1 order by sgn.signed_up_at',
      offered.role.id,
    ),
  ).toEqual([
    { person_id: comes.person.id, status: 'CONFIRMED', came: true },
    { person_id: stays.person.id, status: 'CANCELLED', came: false },
  ]);
});

type Who = Awaited<ReturnType<Desk['parents']>>[number];
