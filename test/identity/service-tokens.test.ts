import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CreateServiceTokenDocument,
  RevokeServiceTokenDocument,
  ServiceTokensDocument,
} from '../../schema/generated/admin.ts';
import { aDistrict, aSchool, type DistrictRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { ServiceRole } from '../../src/domains/identity/index.ts';
import { District, School, StaffRole } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bearer } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
import { HELD_BY } from '../access/who-may.ts';
import { serviceTokens, type Wanted } from './service-tokens.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolElsewhere: SchoolRecord;
let neighbour: SchoolRecord;
let principal: StaffMember;
let elsewhere: DistrictRecord;
let child: Family;
let administrator: StaffMember;
/** Administers the district, and one of its schools. */
let both: StaffMember;
let clock: Date;
let begun: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  begun = scenario.now;
  school = await scenario.school();
  [neighbour, principal] = [await scenario.school(), await scenario.schoolAdmin(school)];
  child = await family(scenario, [await scenario.schoolClass(school)]);
  elsewhere = aDistrict();
  schoolElsewhere = aSchool({ district: elsewhere });
  await scenario.write((put) => {
    put(District, elsewhere);
    put(School, schoolElsewhere);
  });
  administrator = await scenario.districtAdmin();
  both = await scenario.districtAdmin();
  await hub.database.pool.query(
    `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from) values (gen_random_uuid(), $1, 'SCHOOL_ADMIN', $2, $3, '2020-01-01')`,
    [both.staff.id, scenario.district.id, school.id],
  );
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});
beforeEach(() => {
  clock = begun;
});

const { create, count, look, lastUsed } = serviceTokens(() => ({ hub, scenario }));

describe('a service token', () => {
  it('is shown once, found by its id, and stored as a hash', async () => {
    const { token, id } = await create(administrator.accountId);
    expect(token).toMatch(/^hubs_[0-9a-f]{32}_[\w-]{43}$/);
    expect(token).toContain(id.replace('service-token_', '').replaceAll('-', ''));
    const { rows } = await hub.database.pool.query<{ all: string }>(
      `select (select json_agg(t) from service_token t)::text || (select json_agg(r) from audit_record r)::text as all`,
    );
    expect(rows[0]!.all).not.toContain(token.slice(-43));
  });

  it('retried with its key is one token, whose secret is not told again', async () => {
    const [first, again] = [
      await create(administrator.accountId, { idempotencyKey: 'press' }),
      await create(administrator.accountId, { idempotencyKey: 'press' }),
    ];
    expect(again.id).toBe(first.id);
    expect(again.token).toBe('');
    const { rows } = await hub.database.pool.query<{ all: string }>(
      'select json_agg(c)::text as all from idempotent_call c',
    );
    expect(rows[0]!.all).not.toContain(first.token.slice(-43));
  });

  it('of an analyst sees figures and no child, in one statement', async () => {
    const { token } = await create(administrator.accountId);
    expect(await look(token)).toMatchObject({
      status: 200,
      students: undefined,
      viewer: { signedIn: true, permissions: [], account: null, guardian: null, staff: null },
    });
    const { statements } = await hub.statementsOf(() => hub.ask('{ viewer { signedIn } }', { headers: bearer(token) }));
    expect(statements).toHaveLength(1);
  });

  it('of a school sees what its administrator does', async () => {
    const { token } = await create(both.accountId, { role: ServiceRole.SCHOOL_ADMIN, schoolId: `school_${school.id}` });
    expect(await look(token)).toMatchObject({ status: 200, students: child.students.length });
  });

  it('may nothing that only people may: neither make tokens nor link identities, nor sign up', async () => {
    const { token } = await create(administrator.accountId, { role: ServiceRole.DISTRICT_ADMIN });
    const before = await count();
    for (const document of [
      'mutation ($district: ID!) { createServiceToken(input: { name: "x", role: ANALYST, districtId: $district, validDays: 1 }) { secret } }',
      'query ($district: ID!) { district: node(id: $district) { id } serviceTokens { nodes { id } } }',
    ]) {
      const { errors } = await hub.ask(document, {
        headers: bearer(token),
        variables: { district: `district_${scenario.district.id}` },
      });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await count()).toBe(before);
    const { rows } = await hub.database.pool.query(
      `select account, service_token is not null as by_token, code from audit_record where mutation = 'createServiceToken' and outcome = 'REFUSED' and service_token is not null`,
    );
    expect(rows).toEqual([{ account: null, by_token: true, code: 'FORBIDDEN' }]);
  });

  it('notes that it was used, once a minute, twenty at once included', async () => {
    const { token, id } = await create(administrator.accountId);
    expect(await lastUsed(id)).toBeNull();
    await Promise.all(Array.from({ length: 20 }, () => look(token)));
    expect(await lastUsed(id)).toEqual(clock);
    clock = new Date(begun.getTime() + MINUTE - 1);
    await look(token);
    expect(await lastUsed(id)).toEqual(begun);
    clock = new Date(begun.getTime() + MINUTE);
    await look(token);
    expect(await lastUsed(id)).toEqual(clock);
  });

  it('is refused from the next request after it is revoked, and is revoked once', async () => {
    const { token, id } = await create(administrator.accountId);
    const revoke = (as: string) =>
      hub.ask(RevokeServiceTokenDocument, { as, variables: { input: { serviceTokenId: id } } });
    const stranger = await scenario.staffMember({ role: StaffRole.DISTRICT_ADMIN, district: elsewhere } as never);
    expect((await revoke(stranger.accountId)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await look(token)).status).toBe(200);
    expect((await revoke(administrator.accountId)).data!.revokeServiceToken).toMatchObject({
      userErrors: [],
      serviceToken: { active: false },
    });
    expect((await look(token)).status).toBe(401);
    expect(
      (await revoke(administrator.accountId)).data!.revokeServiceToken.userErrors.map((error) => error.code),
    ).toEqual(['ALREADY_REVOKED']);
  });

  it('ends by itself at its very time', async () => {
    const { token } = await create(administrator.accountId, { validDays: 1 });
    clock = new Date(begun.getTime() + DAY - 1);
    expect((await look(token)).status).toBe(200);
    clock = new Date(begun.getTime() + DAY);
    expect((await look(token)).status).toBe(401);
  });

  it.each<[string, (token: string) => string]>([
    ['with another secret', (token) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['of another id', (token) => token.replace(/[0-9a-f]{32}/, '0'.repeat(32))],
    ['cut short', (token) => token.slice(0, -1)],
    ['with more at its end', (token) => `${token}A`],
  ])('%s is refused, and not noted as used', async (_what, change) => {
    const { token, id } = await create(administrator.accountId);
    expect((await look(change(token))).status).toBe(401);
    expect(await lastUsed(id)).toBeNull();
  });
});

describe('nobody gives away more than they hold', () => {
  it.each<[string, () => [string | undefined, Wanted], string]>([
    ['a guest', () => [undefined, {}], 'UNAUTHENTICATED'],
    ['a parent', () => [child.parent.accountId, {}], 'FORBIDDEN'],
    ['a school administrator: the figures of the district', () => [principal.accountId, {}], 'MORE_THAN_YOURS'],
    [
      'a school administrator: another school',
      () => [principal.accountId, { role: ServiceRole.SCHOOL_ADMIN, schoolId: `school_${neighbour.id}` }],
      'NOT_FOUND',
    ],
    [
      'a district administrator: a permission that they lack',
      () => [administrator.accountId, { permissions: ['volunteering.signup.create'] }],
      'NOT_FOR_PROGRAMS',
    ],
    [
      'a district administrator: a permission that is for people alone',
      () => [
        administrator.accountId,
        { role: ServiceRole.DISTRICT_ADMIN, permissions: ['identity.service-token.manage'] },
      ],
      'NOT_FOR_PROGRAMS',
    ],
    [
      'a district administrator: a permission that there is not',
      () => [administrator.accountId, { permissions: ['__proto__', 'constructor'] }],
      'NOT_FOR_PROGRAMS',
    ],
    [
      'a district administrator: another district',
      () => [administrator.accountId, { districtId: `district_${elsewhere.id}` }],
      'NOT_FOUND',
    ],
    [
      'a district administrator: a school of another district',
      () => [both.accountId, { role: ServiceRole.SCHOOL_ADMIN, schoolId: `school_${schoolElsewhere.id}` }],
      'NOT_FOUND',
    ],
    [
      'a school for an analyst',
      () => [administrator.accountId, { schoolId: `school_${school.id}` }],
      'NODE_DOES_NOT_FIT',
    ],
    [
      'no school for the administrator of one',
      () => [both.accountId, { role: ServiceRole.SCHOOL_ADMIN }],
      'NODE_DOES_NOT_FIT',
    ],
    ['no days', () => [administrator.accountId, { validDays: 0 }], 'BAD_USER_INPUT'],
    ['more than a year', () => [administrator.accountId, { validDays: 367 }], 'BAD_USER_INPUT'],
    ['no name', () => [administrator.accountId, { name: '  ' }], 'BAD_USER_INPUT'],
  ])('%s', async (_what, arrange, code) => {
    const before = await count();
    const [as, wanted] = arrange();
    const answer = await create(as, wanted);
    expect(answer.codes?.[0] ?? answer.error).toBe(code);
    expect(answer.token).toBe('');
    expect(await count()).toBe(before);
  });
});

describe('what a program may be given', () => {
  it('is told where something else was wanted, and all of it works', async () => {
    const refused = async (as: string, wanted: Record<string, unknown>) =>
      (
        await hub.ask(CreateServiceTokenDocument, {
          as,
          variables: {
            input: { name: '看板', districtId: `district_${scenario.district.id}`, validDays: 30, ...wanted } as never,
          },
          headers: { 'accept-language': 'en' },
        })
      ).data!.createServiceToken.userErrors;
    const ofSchool = { role: ServiceRole.SCHOOL_ADMIN, schoolId: `school_${school.id}` };
    const [error] = await refused(principal.accountId, {
      ...ofSchool,
      permissions: ['people.student.enrol', 'volunteering.roster.export'],
    });
    expect(error).toMatchObject({ code: 'NOT_FOR_PROGRAMS', path: ['permissions'] });
    const named = error!.message.match(/[a-z]+(?:[.-][a-z-]+){2,}/g)!;
    const expected = Object.entries(HELD_BY)
      .filter(([, callers]) => callers.includes('service-of-school'))
      .map(([name]) => name);
    expect(named).toEqual(expected.sort());
    const { token } = await create(principal.accountId, { ...ofSchool, permissions: named });
    expect((await look(token)).viewer!['permissions']).toEqual(expect.arrayContaining(named));
    expect(
      (await refused(administrator.accountId, { role: ServiceRole.ANALYST, permissions: ['people.school.manage'] }))[0]!
        .message,
    ).toContain('none');
  });

  it.each(['roster', 'hours', 'certificate'])('is no file of a %s: those are for people', async (what) => {
    const permission = what === 'certificate' ? 'volunteering.certificate.download' : 'volunteering.roster.export';
    const { codes } = await create(principal.accountId, {
      role: ServiceRole.SCHOOL_ADMIN,
      schoolId: `school_${school.id}`,
      permissions: [permission],
    });
    expect(codes).toEqual(['NOT_FOR_PROGRAMS']);
  });
});

describe('the list of service tokens', () => {
  it('is for the administrators of their district', async () => {
    const { id } = await create(administrator.accountId, { name: '名单' });
    const ids = async (as: string) =>
      (await hub.ask(ServiceTokensDocument, { as, variables: {} })).data?.serviceTokens?.nodes.map((token) => token.id);
    const stranger = await scenario.staffMember({ role: StaffRole.DISTRICT_ADMIN, district: elsewhere } as never);
    expect(await ids(administrator.accountId)).toContain(id);
    expect(await ids(stranger.accountId)).toEqual([]);
    expect(await ids(child.parent.accountId)).toBeUndefined();
  });
});
