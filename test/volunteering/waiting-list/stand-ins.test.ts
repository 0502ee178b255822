import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { family, type FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { latePlaces } from './late-places.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const { at, late, whoIsIn } = latePlaces(() => desk);

describe('a place changes hands', () => {
  it('within the family, by name', async () => {
    const { offered, mother, father, signupId } = await late();
    const offer = await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` });
    expect(offer.payload).toMatchObject({
      userErrors: [],
      code: null,
      standIn: { way: 'GUARDIAN', status: 'OFFERED' },
    });
    expect((await desk.offerStandIn(mother, signupId)).codes).toEqual(['ALREADY_OFFERED']);
    expect(await whoIsIn(offered)).toEqual([mother.guardian.id]);
    const standInId = offer.payload!.standIn!.id;
    expect((await desk.acceptStandIn(father, { standInId, acceptRiskNotice: false })).codes).toEqual([
      'RISK_NOTICE_NOT_ACCEPTED',
    ]);
    const taken = await desk.acceptStandIn(father, { standInId });
    expect(taken.payload).toMatchObject({
      userErrors: [],
      standIn: { status: 'DONE' },
      signup: { status: 'CONFIRMED' },
    });
    expect(await whoIsIn(offered)).toEqual([father.guardian.id]);
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, engaged: 1 });
    expect((await desk.acceptStandIn(father, { standInId })).codes).toEqual(['NOT_OPEN_ANY_MORE']);
    expect((await desk.cancel(mother, signupId)).codes).toEqual(['NOT_ACTIVE']);
  });

  it('by a code that is told once, stored nowhere and good once', async () => {
    const { offered, mother, signupId } = await late();
    const offer = await desk.offerStandIn(mother, signupId, { idempotencyKey: 'code' });
    const code = offer.payload!.code!;
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect((await desk.offerStandIn(mother, signupId, { idempotencyKey: 'code' })).payload).toMatchObject({
      code: null,
      standIn: { id: offer.payload!.standIn!.id },
    });
    const [stored] = await desk.rows(
      'select row_to_json(s) as s from stand_in s where s.id = $1',
      offer.payload!.standIn!.id.slice(9),
    );
    expect(JSON.stringify(stored)).not.toContain(code.slice(0, 4));
    const [friend, other] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    const stranger = (await family(desk.scenario, [await desk.scenario.schoolClass(await desk.scenario.school())]))
      .parent;
    expect((await desk.acceptStandIn(friend, { code: '2222-2222-2222' })).codes).toEqual(['CODE_INVALID']);
    expect((await desk.acceptStandIn(stranger, { code })).codes).toEqual(['CODE_INVALID']);
    expect((await desk.acceptStandIn(mother, { code })).codes).toEqual(['ALREADY_SIGNED_UP']);
    const answers = await Promise.all([
      desk.acceptStandIn(friend, { code }),
      desk.acceptStandIn(other, { code: code.toLowerCase().replaceAll('-', '') }),
    ]);
    expect(answers.map((answer) => answer.codes.join()).sort()).toEqual(['', 'NOT_OPEN_ANY_MORE']);
    expect(await whoIsIn(offered)).toHaveLength(1);
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, engaged: 1 });
  });

  it('by no code that somebody guesses: after ten wrong ones in a day they wait, however many come at once', async () => {
    const { offered, mother, signupId } = await late();
    const { code } = (await desk.offerStandIn(mother, signupId)).payload!;
    const [friend, other] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        desk.acceptStandIn(friend, { code: `2222-2222-2${String(index).padStart(3, '0')}` }),
      ),
    );
    expect(guesses.filter(({ codes }) => codes[0] === 'CODE_INVALID')).toHaveLength(10);
    expect(guesses.filter(({ codes }) => codes[0] === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);
    expect((await desk.acceptStandIn(friend, { code: code! })).codes).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(await whoIsIn(offered)).toEqual([mother.guardian.id]);
    const { rows } = await desk.hub.database.pool.query(
      'select kind, count(*)::int as misses from code_miss where guardian_id = $1 group by kind',
      [friend.guardian.id],
    );
    expect(rows).toEqual([{ kind: 'STAND_IN', misses: 10 }]);
    expect((await desk.acceptStandIn(other, { code: code! })).codes).toEqual([]);
  });

  it('with the waiting list: whoever gives it up stays until somebody has it', async () => {
    const { offered, mother, signupId } = await late();
    const [first, second] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    await desk.signUp(first, offered, { ifFull: 'JOIN_WAITLIST' });
    const offer = await desk.offerStandIn(mother, signupId, { toWaitlist: true });
    expect(offer.codes).toEqual([]);
    expect(await desk.list(offered)).toBe('OFFERED');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, held: 0 });
    expect(await whoIsIn(offered)).toEqual([mother.guardian.id]);
    await desk.decline(first, (await desk.entryOf(first, offered)).globalId);
    // Whoever joins later is asked at once.
    await desk.join(second, offered);
    expect(await desk.list(offered)).toBe('DECLINED OFFERED');
    expect((await desk.accept(second, (await desk.entryOf(second, offered)).globalId)).payload).toMatchObject({
      signup: { status: 'CONFIRMED' },
    });
    expect(await whoIsIn(offered)).toEqual([second.guardian.id]);
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, held: 0, engaged: 1 });
  });

  it('never, where the volunteer takes it back; on the list they wait again', async () => {
    const { offered, mother, signupId } = await late();
    const [first] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(first, offered);
    const offer = await desk.offerStandIn(mother, signupId, { toWaitlist: true });
    const { globalId } = await desk.entryOf(first, offered);
    expect((await desk.withdrawStandIn(mother, offer.payload!.standIn!.id)).codes).toEqual([]);
    expect(await desk.list(offered)).toBe('WAITING');
    expect((await desk.accept(first, globalId)).codes).toEqual(['NOT_OFFERED']);
    expect((await desk.withdrawStandIn(mother, offer.payload!.standIn!.id)).codes).toEqual(['NOT_OPEN_ANY_MORE']);
  });

  it('becomes a held place for whoever was asked, where the organiser lets the volunteer go meanwhile', async () => {
    const { offered, mother, signupId } = await late();
    const [first] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(first, offered);
    await desk.offerStandIn(mother, signupId, { toWaitlist: true });
    await desk.requestCancellation(mother, signupId);
    await desk.decideCancellation(desk.organiser, signupId, true);
    expect(await desk.list(offered)).toBe('OFFERED');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 0, held: 1 });
    expect((await desk.accept(first, (await desk.entryOf(first, offered)).globalId)).codes).toEqual([]);
  });

  it('only when the organiser agrees, where the role wants it', async () => {
    const { offered, mother, father, signupId } = await late({ role: { approvalRequired: true } });
    expect((await desk.offerStandIn(mother, signupId, { toWaitlist: true })).codes).toEqual(['NEEDS_APPROVAL']);
    const first = await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` });
    const standInId = first.payload!.standIn!.id;
    expect((await desk.acceptStandIn(father, { standInId })).payload).toMatchObject({
      signup: null,
      standIn: { status: 'PENDING' },
    });
    expect(await whoIsIn(offered)).toEqual([mother.guardian.id]);
    expect((await desk.decideStandIn(desk.organiser, standInId, false)).codes).toEqual(['REASON_MISSING']);
    expect((await desk.decideStandIn(desk.organiser, standInId, false, '需要熟悉流程')).payload?.standIn?.status).toBe(
      'REJECTED',
    );
    const again = (await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` })).payload!
      .standIn!.id;
    await desk.acceptStandIn(father, { standInId: again });
    // Meanwhile something else takes the other's time: the offer waits on, and the volunteer keeps the place.
    desk.now = desk.scenario.now;
    const other = await desk.offer();
    await desk.signUp(father, other);
    expect((await desk.decideStandIn(desk.organiser, again, true)).codes).toEqual(['OVERLAP']);
    expect(await whoIsIn(offered)).toEqual([mother.guardian.id]);
    await desk.cancelOf(father, other);
    expect((await desk.decideStandIn(desk.organiser, again, true)).payload).toMatchObject({
      standIn: { status: 'DONE' },
      signup: { status: 'CONFIRMED' },
    });
    expect(await whoIsIn(offered)).toEqual([father.guardian.id]);
  });

  it('is no two and no none, whoever presses what at one moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { offered, mother, father, signupId } = await late();
      const { standIn } = (await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` }))
        .payload!;
      at(offered.shift.cancelUntil, -1);
      await Promise.all([
        desk.acceptStandIn(father, { standInId: standIn!.id }),
        desk.withdrawStandIn(mother, standIn!.id),
        desk.acceptStandIn(father, { standInId: standIn!.id }),
      ]);
      expect(await whoIsIn(offered)).toHaveLength(1);
      expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, engaged: 1 });
    }
  });
});

describe('whom one can name', () => {
  it('is of the own family, free and able; nobody else is told of', async () => {
    const { offered, mother, father, signupId } = await late();
    const [neighbour] = (await desk.parents(1)) as [FamilyGuardian];
    expect(
      (await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${neighbour.guardian.id}` })).codes,
    ).toEqual(['NOT_OF_FAMILY']);
    expect((await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${mother.guardian.id}` })).codes).toEqual(
      ['NOT_OF_FAMILY'],
    );
    expect(
      (await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}`, toWaitlist: true }))
        .codes,
    ).toEqual(['BAD_USER_INPUT']);
    desk.now = desk.scenario.now;
    await desk.signUp(father, await desk.offer());
    expect((await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` })).codes).toEqual(
      ['CANNOT_SERVE'],
    );
    expect((await desk.offerStandIn(father, signupId)).codes).toEqual(['NOT_FOUND']);
    expect(await desk.rows('select id from stand_in where role_id = $1', offered.role.id)).toEqual([]);
  });

  it('is told with a refusal for lack of time, and beforehand', async () => {
    const [mother, father] = (await desk.newFamily(2)).guardians as [FamilyGuardian, FamilyGuardian];
    const [taken, offered] = [await desk.offer(), await desk.offer({ role: { qualification: null } })];
    await desk.signUp(mother, taken);
    const refused = await desk.signUp(mother, offered);
    expect(refused.codes).toEqual(['OVERLAP']);
    expect(refused.payload).toMatchObject({
      clashes: [{ title: `${taken.activity.title} · ${taken.role.name}` }],
      freeGuardians: [{ id: `guardian_${father.guardian.id}` }],
    });
    expect(refused.payload?.userErrors[0]?.message).toMatch(
      new RegExp(`${taken.activity.title}.*月.*日 \\d\\d:\\d\\d–\\d\\d:\\d\\d`),
    );
    const beforehand = async () =>
      (
        await desk.hub.ask(
          `query ($id: ID!) { node(id: $id) { ... on ShiftRole { viewerClashes { nodes { title } } viewerFreeHouseholdGuardians { nodes { id } } } } }`,
          {
            as: mother.accountId,
            variables: { id: `shift-role_${offered.role.id}` },
          },
        )
      ).data!['node'] as unknown;
    expect(await beforehand()).toEqual({
      viewerClashes: { nodes: [{ title: `${taken.activity.title} · ${taken.role.name}` }] },
      viewerFreeHouseholdGuardians: { nodes: [{ id: `guardian_${father.guardian.id}` }] },
    });
    await desk.signUp(father, offered);
    expect(await beforehand()).toMatchObject({ viewerFreeHouseholdGuardians: { nodes: [] } });
    // One's own sign-up for the shift is no clash with it.
    const own = await desk.hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on ShiftRole { viewerClashes { nodes { id } } } } }',
      { as: father.accountId, variables: { id: `shift-role_${offered.role.id}` } },
    );
    expect(own.data!['node']).toEqual({ viewerClashes: { nodes: [] } });
  });
});
