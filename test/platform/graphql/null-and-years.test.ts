import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceRole } from '../../../src/domains/identity/index.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Scenario } from '../../../seeds/scenario/index.ts';
import { permissions } from '../../../src/app.ts';
import { ServiceSource, ServiceStatus } from '../../../src/domains/volunteering/index.ts';
import { serviceToken } from '../../access/callers.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { past, served } from '../../volunteering/service.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let token: { authorization: string };

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  token = await serviceToken(scenario, await scenario.schoolAdmin(school), {
    role: ServiceRole.SCHOOL_ADMIN,
    school,
    granted: Object.keys(permissions),
  });
});
afterAll(() => hub.stop());

const SCHOOLS = 'query ($where: SchoolWhere) { schools(where: $where) { totalCount } }';
const schools = (where: unknown) => hub.ask(SCHOOLS, { variables: { where }, headers: token });

describe('null in a filter', () => {
  it.each([
    [{ name: { eq: null } }, ['where', 'name', 'eq']],
    [{ name: { contains: null } }, ['where', 'name', 'contains']],
    [{ name: { in: null } }, ['where', 'name', 'in']],
    [{ name: null }, ['where', 'name']],
    [{ not: { name: { eq: null } } }, ['where', 'not', 'name', 'eq']],
    [{ or: [{ name: null }] }, ['where', 'or', 0, 'name']],
  ])('%j matches nothing and everything no more: it is BAD_USER_INPUT, at its place', async (where, inputPath) => {
    expect((await schools(where)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', inputPath } }]);
  });

  it('as the whole filter is none, and an empty list is nothing', async () => {
    expect((await schools(null)).data!['schools'].totalCount).toBeGreaterThan(0);
    expect((await schools({ name: { in: [] } })).data!['schools'].totalCount).toBe(0);
  });

  it('of isNull is refused as well', async () => {
    const { parent } = await family(scenario, [await scenario.schoolClass(school)]);
    const { errors } = await hub.ask('{ viewer { inbox(where: { readAt: { isNull: null } }) { totalCount } } }', {
      as: parent.accountId,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

it.each(['0000-01-01', '1899-12-31'])(
  'the year of %s is refused before anything asks the database, as a variable and as a literal',
  async (day) => {
    const call = (input: string, variables: object) =>
      hub.ask(`mutation ${input}`, { headers: token, variables: variables as Record<string, unknown> });
    const byVariable = await call(
      '($from: Date!) { issueServiceCertificate(input: { periodFrom: $from, periodTo: "2026-11-02" }) { userErrors { code } } }',
      { from: day },
    );
    const byLiteral = await call(
      `{ issueServiceCertificate(input: { periodFrom: "${day}", periodTo: "2026-11-02" }) { userErrors { code } } }`,
      {},
    );
    for (const { errors } of [byVariable, byLiteral])
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors![0]!.extensions.code);
  },
);

describe('a service token, which is no person', () => {
  const ask = async (document: string, input: object) => {
    const { data, errors } = await hub.ask<Record<string, { userErrors: { code: string }[] }>>(document, {
      headers: token,
      variables: { input },
    });
    return (
      errors?.[0]?.extensions.code ??
      Object.values(data!)[0]!
        .userErrors.map(({ code }) => code)
        .join()
    );
  };

  it('creates no activity in nobody’s name', async () => {
    expect(
      await ask(
        'mutation ($input: CreateVolunteerActivityInput!) { createVolunteerActivity(input: $input) { userErrors { code } } }',
        {
          schoolId: `school_${school.id}`,
          kind: 'GATE_DUTY',
          title: '护学',
          purpose: '一',
          riskNotice: '一',
          contactName: '王老师',
        },
      ),
    ).toBe('FORBIDDEN');
  });

  it('decides on no service, and revokes no certificate', async () => {
    const own = await family(scenario, [await scenario.schoolClass(school)]);
    const organiser = await scenario.teacher(await scenario.schoolClass(school));
    const record = await served(scenario, await past(scenario, organiser, own, school, -3000), {
      source: ServiceSource.SUPPLEMENTED,
      status: ServiceStatus.PENDING,
    });
    const recordIds = [`service-record_${record.id}`];
    expect(
      await ask(
        'mutation ($input: RejectServiceRecordsInput!) { rejectServiceRecords(input: $input) { userErrors { code } } }',
        { recordIds, reason: '核实后不符' },
      ),
    ).toBe('FORBIDDEN');
    expect(
      await ask(
        'mutation ($input: RevokeServiceCertificateInput!) { revokeServiceCertificate(input: $input) { userErrors { code } } }',
        {
          certificateId: `service-certificate_${record.id}`,
          reason: '有误',
        },
      ),
    ).toBe('FORBIDDEN');
  });
});
