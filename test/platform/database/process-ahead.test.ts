import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { Desk } from '../../volunteering/desk.ts';

const AHEAD_MS = 90_000;

let desk: Desk;
let ahead: TestHub;
beforeAll(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await ahead.stop();
});
afterAll(() => desk.close());

/** A hub without a clock of a test, in a process whose clock has been off since it began. */
async function startAhead(by: number): Promise<void> {
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(performance.timeOrigin + by);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
  ahead = await startTestHub({ database: desk.hub.database });
}

describe('a process whose clock is 90 s ahead', () => {
  it('opens nothing early: a sign-up that opens in a minute is not open yet', async () => {
    const offered = await desk.offer({ shift: { signupOpensAt: new Date(desk.now.getTime() + 60_000) } });
    const [who] = (await desk.parents(1)) as [FamilyGuardian];
    await startAhead(AHEAD_MS);
    const token = await ahead.tokenOf(who.accountId);
    const answer = await ahead.ask(
      'mutation ($input: SignUpForShiftInput!) { signUpForShift(input: $input) { userErrors { code } } }',
      {
        as: who.accountId,
        variables: { input: { roleId: `shift-role_${offered.role.id}`, acceptRiskNotice: true } },
      },
    );
    expect(answer.data?.['signUpForShift']).toEqual({ userErrors: [{ code: 'NOT_OPEN' }] });
    // Its tokens are good where the clock is right, and the other way round.
    for (const hub of [desk.hub, ahead]) {
      for (const each of [token, await desk.hub.tokenOf(who.accountId)]) {
        const told = await fetch(`${hub.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${each}` },
          body: '{"query":"{ viewer { signedIn } }"}',
        });
        expect(await told.json()).toMatchObject({ data: { viewer: { signedIn: true } } });
      }
    }
  });

  it('is ready, for the clock can be corrected', async () => {
    await startAhead(AHEAD_MS);
    expect((await fetch(`${ahead.address}/readyz`)).status).toBe(200);
  });

  it('locks nobody out who asks while the clock of its host is stepped, forth and back', async () => {
    ahead = await startTestHub({
      database: desk.hub.database,
      variables: { RATE_LIMITS: 'on', RATE_LIMIT_STORE: 'memory', RATE_POINTS_PER_MINUTE_GUEST: '100' },
    });
    const ask = async (): Promise<number> => (await ahead.ask('{ __typename }')).status;
    for (const by of [3_600_000, -3_600_000, 0]) {
      if (by === 0) vi.useRealTimers();
      else vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
      expect([await ask(), await ask()]).toEqual([200, 200]);
    }
  });
});
