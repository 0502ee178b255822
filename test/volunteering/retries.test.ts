import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { print } from 'graphql';
import type { FamilyGuardian, ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { SignUpForShiftDocument } from '../../schema/generated/mini-program.ts';
import { expectChecksHold } from '../support/checks.ts';
import { Desk, type Answered } from './desk.ts';
import { signUpCalls } from './sign-ups.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const { signUp, cancel, written } = signUpCalls(() => desk.hub);

/** A full role, and one who waits for it. */
async function waitedFor(): Promise<{ offered: ShiftOnOffer; inside: FamilyGuardian; waits: FamilyGuardian }> {
  const offered = await desk.full();
  const [waits] = (await desk.parents(1)) as [FamilyGuardian];
  await desk.join(waits, offered);
  return { offered, inside: offered.inside[0]!, waits };
}

type Press = (
  key: string,
) => Promise<Answered<object & { userErrors: readonly { code: string; message: string; path: readonly string[] }[] }>>;

/** What is pressed, and what is counted afterwards: rows that must be there once. */
const presses: [string, () => Promise<{ press: Press; offered: ShiftOnOffer; once: string }>][] = [
  [
    'signUpForShift',
    async () => {
      const offered = await desk.offer();
      const [who] = (await desk.parents(1)) as [FamilyGuardian];
      return {
        offered,
        press: (idempotencyKey) => desk.signUp(who, offered, { idempotencyKey }),
        once: 'select 1 from signup where role_id = $1',
      };
    },
  ],
  [
    'signUpForShift, to wait',
    async () => {
      const offered = await desk.full();
      const [who] = (await desk.parents(1)) as [FamilyGuardian];
      return {
        offered,
        press: (idempotencyKey) => desk.signUp(who, offered, { idempotencyKey, ifFull: 'JOIN_WAITLIST' }),
        once: 'select 1 from waitlist_entry where role_id = $1',
      };
    },
  ],
  [
    'joinWaitlist',
    async () => {
      const offered = await desk.full();
      const [who] = (await desk.parents(1)) as [FamilyGuardian];
      return {
        offered,
        press: (idempotencyKey) => desk.join(who, offered, { idempotencyKey }),
        once: 'select 1 from waitlist_entry where role_id = $1',
      };
    },
  ],
  [
    'cancelSignup',
    async () => {
      const { offered, inside } = await waitedFor();
      const id = `signup_${await desk.signupOf(inside, offered)}`;
      return {
        offered,
        press: (idempotencyKey) => desk.cancel(inside, id, { idempotencyKey }),
        once: `select 1 from waitlist_entry where role_id = $1 and status = 'OFFERED'`,
      };
    },
  ],
  [
    'acceptOffer',
    async () => {
      const { offered, inside, waits } = await waitedFor();
      await desk.cancelOf(inside, offered);
      const { globalId } = await desk.entryOf(waits, offered);
      return {
        offered,
        press: (idempotencyKey) => desk.accept(waits, globalId, { idempotencyKey }),
        once: `select 1 from signup where role_id = $1 and status = 'CONFIRMED'`,
      };
    },
  ],
  [
    'declineOffer',
    async () => {
      const { offered, inside, waits } = await waitedFor();
      await desk.cancelOf(inside, offered);
      const { globalId } = await desk.entryOf(waits, offered);
      return {
        offered,
        press: (idempotencyKey) => desk.decline(waits, globalId, { idempotencyKey }),
        once: `select 1 from waitlist_entry where role_id = $1 and status = 'DECLINED'`,
      };
    },
  ],
  [
    'offerStandIn',
    async () => {
      const { offered, inside } = await waitedFor();
      const id = `signup_${await desk.signupOf(inside, offered)}`;
      return {
        offered,
        press: (idempotencyKey) => desk.offerStandIn(inside, id, { idempotencyKey, toWaitlist: true }),
        once: 'select 1 from stand_in where role_id = $1',
      };
    },
  ],
];

describe.each(presses)('%s', (_name, arrange) => {
  it.each(['at once', 'one after the other'])(
    'pressed ten times %s with one key is done once, and answered alike',
    async (how) => {
      const { press, offered, once: rows } = await arrange();
      const answers: Awaited<ReturnType<Press>>[] = [];
      if (how === 'at once') answers.push(...(await Promise.all(Array.from({ length: 10 }, () => press('one-press')))));
      else for (let count = 0; count < 10; count += 1) answers.push(await press('one-press'));
      expect(answers[0]!.codes).toEqual([]);
      expect(new Set(answers.map((answer) => JSON.stringify(answer.payload))).size).toBe(1);
      expect(await desk.rows(rows, offered.role.id)).toHaveLength(1);
    },
  );
});

describe('a retry', () => {
  it('with the same key answers the first result, ten times at once', async () => {
    const [offered, { parent }] = [await desk.offer(), await desk.newFamily()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(parent, offered, 'press-1')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.payload))).size).toBe(1);
    expect(answers[0]!.payload?.userErrors).toEqual([]);
    expect(await written(offered.role.id)).toEqual({ confirmed: 1, pending: 0, taken: 1, engaged: 1 });
  });

  it('with the same key and another input is an error', async () => {
    const [one, other, { parent }] = [await desk.offer(), await desk.offer(), await desk.newFamily()];
    await signUp(parent, one, 'press-2');
    const answer = await signUp(parent, other, 'press-2');
    expect(answer.errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', inputPath: ['input', 'idempotencyKey'] },
    });
    expect(await written(other.role.id)).toMatchObject({ confirmed: 0 });
  });

  it('of a refused call is decided anew', async () => {
    const [offered, { parent }] = [await desk.offer({ role: { capacity: 1 } }), await desk.newFamily()];
    const first = await desk.newFamily();
    const { payload } = await signUp(first.parent, offered);
    expect((await signUp(parent, offered, 'press-3')).codes).toEqual(['FULL']);
    await cancel(first.parent, payload!.signup!.id);
    expect((await signUp(parent, offered, 'press-3')).codes).toEqual([]);
  });

  it('under a key of somebody else is a call of its own', async () => {
    const [offered, one, other] = [await desk.offer(), await desk.newFamily(), await desk.newFamily()];
    await Promise.all([signUp(one.parent, offered, 'same'), signUp(other.parent, offered, 'same')]);
    expect(await written(offered.role.id)).toMatchObject({ confirmed: 2 });
  });

  it.each(['', 'x'.repeat(201), 'a\0b'])('with an unusable key is refused', async (key) => {
    const [offered, { parent }] = [await desk.offer(), await desk.newFamily()];
    expect((await signUp(parent, offered, key)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await written(offered.role.id)).toMatchObject({ confirmed: 0 });
  });
});

describe('a hub that dies', () => {
  async function dyingHub(moment: string) {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('dying-hub.ts', import.meta.url)), desk.hub.database.url, moment],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { address, ended: once(child, 'exit') as Promise<[number | null, string | null]> };
  }

  it.each([
    ['before-commit', 0],
    ['after-commit', 1],
  ] as const)(
    '%s: nothing is answered, and the same press at the next hub is done once',
    async (moment, kept) => {
      const offered = await desk.offer();
      const [who] = (await desk.parents(1)) as [FamilyGuardian];
      const { address, ended } = await dyingHub(moment);
      const input = {
        roleId: `shift-role_${offered.role.id}`,
        acceptRiskNotice: true,
        idempotencyKey: `press-${moment}`,
      };
      await expect(
        fetch(`${address}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await desk.hub.tokenOf(who.accountId)}`,
          },
          body: JSON.stringify({ query: print(SignUpForShiftDocument), variables: { input } }),
        }),
      ).rejects.toThrow();
      expect(await ended).toEqual([null, 'SIGKILL']);
      expect(await desk.rows('select 1 from signup where role_id = $1', offered.role.id)).toHaveLength(kept);
      const [first, second] = [
        await desk.signUp(who, offered, { idempotencyKey: input.idempotencyKey }),
        await desk.signUp(who, offered, { idempotencyKey: input.idempotencyKey }),
      ];
      expect(first.payload).toMatchObject({ userErrors: [], signup: { status: 'CONFIRMED' } });
      expect(second.payload).toEqual(first.payload);
      expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, engaged: 1 });
      expect(
        await desk.rows(`select 1 from audit_record where account = $1 and outcome = 'SUCCEEDED'`, who.accountId),
      ).toHaveLength(1);
    },
    60_000,
  );
});
