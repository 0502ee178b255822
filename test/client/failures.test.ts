import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HubClient, HubClientOptions } from '../../schema/client/index.ts';
import { InboxId, SignUpForShiftId } from '../../schema/generated/mini-program-operations.ts';
import { StaffHomeId } from '../../schema/generated/admin-operations.ts';
import { family } from '../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { clientOn, failure, speaksFor } from './asking.ts';
import { fakeWx, type FakeWx } from './fake-wx.ts';

let hub: TestHub;
let accountId: string;
beforeAll(async () => {
  hub = await startTestHub({ variables: { TRUSTED_DOCUMENTS: 'enforce' } });
  const scenario = await beginScenario(hub);
  ({ accountId } = (await family(scenario, [await scenario.schoolClass(await scenario.school())])).parent);
});
afterAll(() => hub.stop());

let phone: FakeWx;
let slept: number[];
beforeEach(() => {
  [phone, slept] = [fakeWx(() => 'none'), []];
});
const asParent = (options: Partial<HubClientOptions> = {}): HubClient =>
  clientOn(phone, hub, slept, { credentials: speaksFor(hub, accountId), ...options });

describe('what passes', () => {
  const busy = {
    status: 503,
    header: { 'retry-after': '2' },
    body: '{"errors":[{"message":"稍后再试。","extensions":{"code":"TRY_LATER"}}]}',
  };

  it('is waited for, never shorter than the hub asks, and twice as long the next time', async () => {
    phone.nextly(busy);
    phone.nextly({ ...busy, header: { 'Retry-After': '2' } });
    await asParent().query(InboxId);
    expect(slept).toHaveLength(2);
    expect(slept[0]).toSatisfy((wait: number) => wait >= 2000 && wait <= 3000);
    expect(slept[1]).toSatisfy((wait: number) => wait >= 4000 && wait <= 6000);
  });

  it('is told where it takes longer than anybody waits', async () => {
    const limited =
      '{"errors":[{"message":"请求过于频繁。","extensions":{"code":"RATE_LIMITED","retryAfterSeconds":45}}]}';
    phone.nextly({ status: 429, header: { 'Retry-After': '45' }, body: limited });
    expect(await failure(asParent().query(InboxId))).toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
      retryAfterSeconds: 45,
      message: '请求过于频繁。',
    });
    expect(slept).toEqual([]);
  });

  it('is none where somebody else answers, as the network of a hotel, but a gateway that finds no hub is', async () => {
    phone.nextly({ status: 200, body: '<html>Welcome</html>' });
    expect(await failure(asParent().query(InboxId))).toMatchObject({
      code: 'UNREADABLE',
      status: 200,
      message: expect.stringMatching(/^答复无法识别/),
    });
    phone.nextly({ unsent: 'request:fail' });
    expect(await failure(asParent({ patienceMs: 0, language: 'en' }).query(InboxId))).toMatchObject({
      message: 'There is no network, or no answer in time.',
      detail: 'request:fail',
    });
    phone.nextly({ status: 502, body: '<html>Bad gateway</html>' });
    expect((await asParent().query(InboxId)).errors).toEqual([]);
    expect(slept).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('is told apart: 401, 403, an id that the hub does not hold, a field', async () => {
    const nobody = asParent({
      credentials: { current: () => Promise.resolve('no-token'), renew: () => Promise.resolve(undefined) },
    });
    expect(await failure(nobody.query(InboxId))).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(await failure(asParent().query(StaffHomeId, { from: new Date().toISOString() } as never))).toMatchObject({
      code: 'FORBIDDEN',
      status: 403,
    });
    expect(await failure(asParent().query(`sha256:${'0'.repeat(64)}`))).toMatchObject({
      code: 'PERSISTED_DOCUMENT_NOT_FOUND',
      status: 400,
    });
    const { errors } = await failure(
      asParent().mutate(SignUpForShiftId, { roleId: 'role_of-none', acceptRiskNotice: true }),
    );
    expect(errors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['signUpForShift'], extensions: { inputPath: ['input', 'roleId'] } },
    ]);
  });

  it('is sent as text in development alone', async () => {
    const text = '{ viewer { id } }';
    const developing = asParent({ textOf: () => text });
    expect(await failure(developing.query(InboxId))).toMatchObject({ code: 'FORBIDDEN', status: 403 });
    expect(phone.sent).toMatchObject([{ query: text }]);
    expect(phone.sent[0]).not.toHaveProperty('documentId');
  });
});
