import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstAdministrator } from '../../src/domains/identity/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { whoIs } from '../support/signed-in.ts';

const HOUR = 3600;
const wanted = { districtCode: '110102', districtName: '西城区', name: '管理员', staffNumber: 'A1', accountName: 'admin', sessionSeconds: HOUR };

let hub: TestHub;
let clock = new Date();
beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
});
afterAll(() => hub.stop());

describe('the first administrator', () => {
  it('begins with a session of an hour that can be ended, and there is one only', async () => {
    const begun = clock;
    const { accountId, sessionId } = await createFirstAdministrator(hub.hub.database.orm.em, wanted, begun);
    const token = await hub.hub.tokens.sign(accountId, HOUR, sessionId);
    expect(await whoIs(hub, token)).toBe(`account_${accountId}`);
    await expect(createFirstAdministrator(hub.hub.database.orm.em, wanted, begun)).rejects.toThrow('already');
    clock = new Date(begun.getTime() + HOUR * 1000);
    expect(await whoIs(hub, token)).toBe(401);
  });

  it('is joined by a second in a second call, so that a new district is not locked, and by no third', async () => {
    const create = (number: number, more: object = {}) =>
      createFirstAdministrator(hub.hub.database.orm.em, { ...wanted, name: `管理员${number}`, staffNumber: `A${number}`, accountName: `admin-${number}`, second: true, ...more }, clock);
    await expect(create(2, { districtCode: '110101' })).rejects.toThrow('no such district');
    // Two at once: there is room for one.
    const made = await Promise.allSettled([create(2), create(3)]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(create(4)).rejects.toThrow('two administrators');
    const { rows } = await hub.database.pool.query(`select count(*)::int as n from staff_assignment where role = 'DISTRICT_ADMIN'`);
    expect(rows).toEqual([{ n: 2 }]);
    await hub.database.pool.query(`update account set status = 'DISABLED' where name = 'admin'`);
    await expect(create(4)).resolves.toBeTruthy();
  });
});
