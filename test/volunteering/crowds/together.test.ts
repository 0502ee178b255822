import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { print } from 'graphql';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { family, type FamilyGuardian, type ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { brokenChecks } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { Desk } from '../desk.ts';
import { whileHeld } from './held-role.ts';

let desk: Desk;
let other: TestHub;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '60000' } });
  other = await startTestHub({ database: desk.hub.database, clock: () => desk.now });
});
afterEach(async () => {
  expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
});
afterAll(async () => {
  await other.stop();
  await desk.close();
});

const whileTheRoleIsHeld = <T>(role: ShiftOnOffer, first: () => Promise<unknown>, others: () => Promise<T>) =>
  whileHeld(desk, role, first, others);

const auditOf = ({ accountId }: FamilyGuardian, { role }: ShiftOnOffer) =>
  desk.rows<{ outcome: string; code: string | null; subjects: object }>(
    `select outcome, code, subjects from audit_record where account = $1 and subjects ->> 'role' = $2`,
    accountId,
    role.id,
  );

const PRESS = { idempotencyKey: 'press' };

const accountsWith = async (key: string): Promise<string[]> =>
  (await desk.rows<{ account: string }>('select account from idempotent_call where key = $1', key))
    .map(({ account }) => account)
    .sort();

describe('a crowd before one role', () => {
  it('is served by one transaction, each as if they had come alone', async () => {
    const offered = await desk.offer({ role: { capacity: 20 } });
    const [first, second, third, careless, clashes, twice, wordy] = (await desk.parents(7)) as [
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
    ];
    const stranger = (await family(desk.scenario, [await desk.scenario.schoolClass(await desk.scenario.school())]))
      .parent;
    const same = await desk.offer({ shift: { startsAt: offered.shift.startsAt, endsAt: offered.shift.endsAt } });
    expect((await desk.signUp(clashes, same)).codes).toEqual([]);
    const { result, statements } = await whileTheRoleIsHeld(
      offered,
      () => desk.signUp(first, offered),
      () =>
        Promise.all([
          desk.signUp(second, offered, PRESS),
          desk.signUp(careless, offered, { ...PRESS, acceptRiskNotice: false }),
          desk.signUp(clashes, offered, PRESS),
          desk.signUp(third, offered),
          desk.signUp(twice, offered, PRESS),
          desk.signUp(twice, offered, PRESS),
          desk.signUp(stranger, offered, PRESS),
          desk.signUp(wordy, offered, { idempotencyKey: 'x'.repeat(300) }),
        ]),
    );
    expect(result.map((answer) => answer.codes)).toEqual([
      [],
      ['RISK_NOTICE_NOT_ACCEPTED'],
      ['OVERLAP'],
      [],
      [],
      [],
      ['NOT_FOUND'],
      ['BAD_USER_INPUT'],
    ]);
    // One lock for all of them, one for the first one, and one for the press that came twice.
    expect([2, 3]).toContain(
      statements.filter((text) => /from shift_role rol where .* for no key update/.test(text)).length,
    );
    const [one, , , , pressed, pressedAgain] = result;
    expect(pressedAgain!.payload).toEqual(pressed!.payload);
    expect(await desk.places(offered)).toEqual({
      capacity: 20,
      taken: 4,
      confirmed: 4,
      pending: 0,
      held: 0,
      engaged: 4,
    });
    expect(await auditOf(second, offered)).toEqual([
      {
        outcome: 'SUCCEEDED',
        code: null,
        subjects: { role: offered.role.id, signup: one!.payload!.signup!.id.split('_')[1] },
      },
    ]);
    expect(await auditOf(twice, offered)).toHaveLength(1);
    expect(await auditOf(careless, offered)).toEqual([
      { outcome: 'REFUSED', code: 'RISK_NOTICE_NOT_ACCEPTED', subjects: { role: offered.role.id } },
    ]);
    expect(await auditOf(clashes, offered)).toEqual([
      { outcome: 'REFUSED', code: 'OVERLAP', subjects: { role: offered.role.id } },
    ]);
    // A refused call is decided anew under its key; an answer that was lost is given again.
    expect(await accountsWith('press')).toEqual([second, twice].map(({ accountId }) => accountId).sort());
    expect((await desk.signUp(second, offered, PRESS)).payload!.signup).toEqual(one!.payload!.signup);
    expect((await desk.signUp(careless, offered, PRESS)).payload!.signup!.status).toBe('CONFIRMED');
  }, 60_000);

  it('that is full: who would wait does, one behind the other, and the others are told', async () => {
    const offered = await desk.offer({ role: { capacity: 1 } });
    const [first, ...crowd] = (await desk.parents(9)) as [FamilyGuardian, ...FamilyGuardian[]];
    const key = { idempotencyKey: 'full' };
    const { result } = await whileTheRoleIsHeld(
      offered,
      () => desk.signUp(first, offered),
      () =>
        Promise.all(
          crowd.map((each, index) => desk.signUp(each, offered, index < 3 ? key : { ...key, ifFull: 'JOIN_WAITLIST' })),
        ),
    );
    expect(result.map((answer) => answer.codes.join())).toEqual(crowd.map((_, index) => (index < 3 ? 'FULL' : '')));
    expect((await desk.entries(offered)).map(({ guardian }) => guardian).sort()).toEqual(
      crowd
        .slice(3)
        .map(({ guardian }) => guardian.id)
        .sort(),
    );
    expect((await auditOf(crowd[0]!, offered)).map(({ code }) => code)).toEqual(['FULL']);
    expect(await accountsWith('full')).toEqual(
      crowd
        .slice(3)
        .map(({ accountId }) => accountId)
        .sort(),
    );
    expect(
      (await desk.signUp(crowd[0]!, offered, { ...key, ifFull: 'JOIN_WAITLIST' })).payload!.waitlistEntry!.position,
    ).toBe(6);
    // Whoever presses again waits where they did.
    expect((await desk.signUp(crowd[3]!, offered, { ifFull: 'JOIN_WAITLIST' })).codes).toEqual([]);
    expect(await desk.entries(offered)).toHaveLength(6);
  });

  it('where the organiser confirms, asks as each would alone', async () => {
    const offered = await desk.offer({ role: { capacity: 1, approvalRequired: true } });
    const [first, ...crowd] = (await desk.parents(5)) as [FamilyGuardian, ...FamilyGuardian[]];
    const { result } = await whileTheRoleIsHeld(
      offered,
      () => desk.signUp(first, offered),
      () => Promise.all(crowd.map((each) => desk.signUp(each, offered))),
    );
    expect(result.map((answer) => answer.payload?.signup?.status)).toEqual(crowd.map(() => 'PENDING'));
    expect(await desk.places(offered)).toMatchObject({ taken: 0, pending: 5, engaged: 5 });
  });

  it('of which PostgreSQL refuses one: the others are in, and nothing is left of that one', async () => {
    const offered = await desk.offer({ role: { capacity: 9 } });
    const [first, ...crowd] = (await desk.parents(5)) as [FamilyGuardian, ...FamilyGuardian[]];
    const unlucky = crowd[1]!;
    await refusing(unlucky, `using errcode = 'check_violation', constraint = 'planted'`, async () => {
      const { result } = await whileTheRoleIsHeld(
        offered,
        () => desk.signUp(first, offered),
        () => Promise.all(crowd.map((each) => desk.signUp(each, offered, { idempotencyKey: 'once' }))),
      );
      expect(result.map((answer) => answer.codes)).toEqual([[], ['INTERNAL'], [], []]);
    });
    expect(await desk.places(offered)).toMatchObject({ taken: 4, confirmed: 4, engaged: 4 });
    expect(await auditOf(unlucky, offered)).toMatchObject([{ outcome: 'REFUSED', code: 'INTERNAL' }]);
    expect((await desk.signUp(unlucky, offered, { idempotencyKey: 'once' })).payload!.signup!.status).toBe('CONFIRMED');
  });

  it('whose transaction fails midway: nothing of it is left, and the same presses are done once', async () => {
    const offered = await desk.offer({ role: { capacity: 2 } });
    const [first, ...crowd] = (await desk.parents(5)) as [FamilyGuardian, ...FamilyGuardian[]];
    const press = () =>
      Promise.all(crowd.map((each) => desk.signUp(each, offered, { ifFull: 'JOIN_WAITLIST', idempotencyKey: 'once' })));
    await refusing(crowd[0]!, `using errcode = 'disk_full'`, async () => {
      const { result } = await whileTheRoleIsHeld(offered, () => desk.signUp(first, offered), press);
      expect(result.map((answer) => answer.codes)).toEqual(crowd.map(() => ['TRY_LATER']));
    });
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, engaged: 1 });
    expect(await desk.entries(offered)).toEqual([]);
    const [answers, repeated] = [await press(), await press()];
    expect(answers.flatMap((answer) => answer.codes)).toEqual([]);
    expect(repeated.map((answer) => answer.payload!.signup?.id ?? answer.payload!.waitlistEntry!.id)).toEqual(
      answers.map((answer) => answer.payload!.signup?.id ?? answer.payload!.waitlistEntry!.id),
    );
    expect(await desk.places(offered)).toMatchObject({ taken: 2, confirmed: 2, engaged: 2 });
    expect((await desk.entries(offered)).map(({ status }) => status)).toEqual(['WAITING', 'WAITING', 'WAITING']);
  });

  it.each([
    ['JOIN_WAITLIST', 20],
    ['REFUSE', 100],
  ])(
    'at two processes, %s: as many have a place as there are, and the others wait one behind the other',
    async (ifFull, capacity) => {
      const offered = await desk.offer({ role: { capacity } });
      const parents = await desk.parents(160);
      const variables = { input: { roleId: `shift-role_${offered.role.id}`, acceptRiskNotice: true, ifFull } };
      await Promise.all(parents.map((each) => desk.hub.tokenOf(each.accountId)));
      const answers = await Promise.all(
        parents.map(({ accountId }, index) =>
          (index % 2 === 0 ? desk.hub : other).ask(print(SignUpForShiftDocument), { as: accountId, variables }),
        ),
      );
      expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      expect(await desk.places(offered)).toEqual({
        capacity,
        taken: capacity,
        confirmed: capacity,
        pending: 0,
        held: 0,
        engaged: capacity,
      });
      const waiting = ifFull === 'REFUSE' ? 0 : parents.length - capacity;
      const queue = await desk.rows<{ sequence: number }>(
        'select sequence from waitlist_entry where role_id = $1 order by sequence',
        offered.role.id,
      );
      expect(queue.map(({ sequence }) => sequence)).toEqual(Array.from({ length: waiting }, (_, index) => index + 1));
      expect(
        await desk.rows(`select 1 from audit_record where subjects ->> 'role' = $1 and code = 'FULL'`, offered.role.id),
      ).toHaveLength(ifFull === 'REFUSE' ? parents.length - capacity : 0);
    },
    60_000,
  );
});

/** PostgreSQL refuses what one person signs up or waits for, `work` runs. */
async function refusing({ person }: FamilyGuardian, how: string, work: () => Promise<void>): Promise<void> {
  await desk.rows(`create function planted() returns trigger language plpgsql as $$ begin
    if new.person_id = '${person.id}' then raise exception 'planted' ${how}; end if; return new; end $$`);
  for (const table of ['signup', 'waitlist_entry'])
    await desk.rows(`create trigger planted before insert on ${table} for each row execute function planted()`);
  try {
    await work();
  } finally {
    await desk.rows('drop function planted() cascade');
  }
}
