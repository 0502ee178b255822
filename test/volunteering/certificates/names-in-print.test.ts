import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DownloadServiceCertificateDocument,
  IssueCertificateDocument,
  VerifyCertificateDocument,
} from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { ServiceSource } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { past, served } from '../service.ts';

const { SYSTEM_CHECKED } = ServiceSource;
const DAY = 24 * 60;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let admin: StaffMember;

beforeAll(async () => {
  const now = new Date('2026-11-20T04:00:00.000Z');
  hub = await startTestHub({ clock: () => now });
  scenario = await beginScenario(hub, now);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, admin] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
async function serve(own: Family, days: number, where: SchoolRecord | null = school) {
  const here = await past(scenario, organiser, own, where ?? undefined, days * DAY);
  return { ...here, record: await served(scenario, here, { source: SYSTEM_CHECKED }) };
}

async function issue(
  who: { accountId: string },
  given: { periodFrom?: string; periodTo?: string; guardianId?: string } = {},
) {
  const answer = await hub.ask(IssueCertificateDocument, {
    as: who.accountId,
    variables: { input: { periodFrom: '2026-09-01', periodTo: '2026-11-20', ...given } },
  });
  const { certificate, userErrors } = answer.data?.issueServiceCertificate ?? {};
  return { ...answer, certificate, codes: userErrors?.map((error) => error.code) };
}
const verify = async (number: string, as?: string) =>
  (await hub.ask(VerifyCertificateDocument, { as, variables: { number } })).data!.verifyCertificate;

const LETTERS: Readonly<Record<string, string>> = {
  '𪚥': 'U+2A6A5',
  김: 'U+AE40',
  ꆈ: 'U+A188',
};
const rename = (own: Family, name: string) =>
  hub.database.pool.query('update person set name = $2 where id = $1', [own.parent.person.id, name]);
async function download(who: { accountId: string }, certificate: { id: string }) {
  const { data } = await hub.ask(DownloadServiceCertificateDocument, {
    as: who.accountId,
    variables: { input: { certificateId: certificate.id } },
  });
  const { path, userErrors } = data!.downloadServiceCertificate;
  const response = path === null ? null : await fetch(`${hub.address}${path}`);
  return {
    codes: userErrors.map(({ code }) => code),
    message: userErrors[0]?.message,
    status: response?.status,
    bytes: response === null ? null : new Uint8Array(await response.arrayBuffer()),
  };
}

describe('a name that cannot be printed', () => {
  it.each(Object.entries(LETTERS))(
    'with %s is told before a certificate is issued, by its letters, and nothing is issued',
    async (letter, point) => {
      const own = await newFamily();
      await serve(own, -3);
      await rename(own, `王${letter}`);
      const { codes, data } = await issue(own.parent);
      expect(codes).toEqual(['NAME_NOT_PRINTABLE']);
      expect(data!.issueServiceCertificate.userErrors[0]!.message).toContain(point);
      expect(
        (
          await hub.database.pool.query('select 1 from service_certificate where guardian_id = $1', [
            own.parent.guardian.id,
          ])
        ).rows,
      ).toEqual([]);
      await rename(own, '王吉');
      const { certificate } = await issue(own.parent);
      expect((await download(own.parent, certificate!)).status).toBe(200);
    },
  );

  it.each(['陈𢒉', '张𫰡静', '𠮷田', 'ཚེ་རིང་', 'ئابدۇللا·ئەھمەت', '阿卜杜拉·买买提'])(
    'is none of those of the people of the country: %s',
    async (name) => {
      const own = await newFamily();
      await serve(own, -3);
      await rename(own, name);
      const { certificate, codes } = await issue(own.parent);
      expect(codes).toEqual([]);
      expect((await download(own.parent, certificate!)).status).toBe(200);
    },
  );

  it('of a school is told as well', async () => {
    const own = await newFamily();
    const odd = await scenario.school({ name: '𪚥祥里小学' });
    await serve(own, -3, odd);
    expect((await issue(own.parent)).codes).toEqual(['NAME_NOT_PRINTABLE']);
  });

  it('on a certificate that was issued before this was looked at is no failure of its download, and a corrected name makes a new one', async () => {
    const own = await newFamily();
    await serve(own, -3);
    const { certificate: old } = await issue(own.parent);
    const { pool } = hub.database;
    const before = await download(own.parent, old!);
    const client = await pool.connect();
    try {
      await client.query('alter table service_certificate disable trigger user');
      await client.query("update service_certificate set holder_name = '王𪚥' where number = $1", [old!.number]);
      await client.query('alter table service_certificate enable trigger user');
    } finally {
      client.release();
    }
    expect(before.status).toBe(200);
    expect(await download(own.parent, old!)).toMatchObject({
      codes: ['NAME_NOT_PRINTABLE'],
      message: expect.stringContaining('𪚥 (U+2A6A5)') as string,
    });
    await rename(own, '王吉');
    const { certificate } = await issue(own.parent);
    expect(certificate!.number).not.toBe(old!.number);
    expect((await download(own.parent, certificate!)).status).toBe(200);
    expect((await download(own.parent, old!)).codes).toEqual(['SUPERSEDED']);
  });
});

describe('a corrected name', () => {
  it('makes a new certificate, and the old one says that it is superseded: on the page, to its holder, and in its content nothing changes', async () => {
    const own = await newFamily();
    await serve(own, -3);
    const { certificate: old } = await issue(own.parent);
    const content = (row: string) =>
      hub.database.pool.query(
        `select to_jsonb(c) - array['revoked_at', 'revoke_reason', 'superseded_by_id'] as content from service_certificate c where number = $1`,
        [row],
      );
    const before = (await content(old!.number)).rows;
    const link = (
      await hub.ask(DownloadServiceCertificateDocument, {
        as: own.parent.accountId,
        variables: { input: { certificateId: old!.id } },
      })
    ).data!.downloadServiceCertificate.path!;
    await rename(own, '王改名');
    const answers = await Promise.all(Array.from({ length: 5 }, () => issue(own.parent)));
    expect(new Set(answers.map(({ certificate }) => certificate!.number)).size).toBe(1);
    const { certificate } = answers[0]!;
    expect(certificate).toMatchObject({ valid: true, totalMinutes: 60 });
    expect((await content(old!.number)).rows).toEqual(before);
    expect(await verify(certificate!.number)).toMatchObject({ valid: true });
    expect(await verify(old!.number)).toMatchObject({ valid: false });
    expect(await download(own.parent, old!)).toMatchObject({
      codes: ['SUPERSEDED'],
      message: expect.stringContaining('已由新证明替代') as string,
    });
    expect(await (await fetch(`${hub.address}${link}`, { headers: { 'accept-language': 'zh-CN' } })).text()).toContain(
      '已由新证明替代',
    );
    const page = await (
      await fetch(`${hub.address}/certificates/${old!.number}`, { headers: { 'accept-language': 'zh-CN' } })
    ).text();
    expect(page).toContain('因更正姓名由新证明替代');
    expect(page).not.toContain(certificate!.number);
    for (const [language, reason] of [
      ['zh-CN', '姓名已更正,由新证明替代'],
      ['en', 'The name was corrected: another certificate takes its place'],
    ] as const) {
      const { data } = await hub.ask(
        'query ($id: ID!) { node(id: $id) { ... on ServiceCertificate { revokeReason supersededBy { number } } } viewer { inbox { nodes { body } } } }',
        {
          as: own.parent.accountId,
          variables: { id: old!.id },
          headers: { 'accept-language': language },
        },
      );
      expect(data!.node).toEqual({ revokeReason: reason, supersededBy: { number: certificate!.number } });
      expect(data!.viewer.inbox.nodes).toEqual([{ body: expect.stringMatching(new RegExp(reason, 'i')) as string }]);
    }
    const { rows } = await hub.database.pool.query(
      "select params ->> 'number' as number from notice where kind = 'volunteering.certificate-revoked' and person_id = $1",
      [own.parent.person.id],
    );
    expect(rows).toEqual([{ number: old!.number }]);
  });

  it('leaves a certificate that certifies more than the new one', async () => {
    const own = await newFamily();
    await serve(own, -3);
    await serve(own, -4, null);
    const { certificate: old } = await issue(own.parent);
    await rename(own, '王改名');
    await issue(admin, { guardianId: `guardian_${own.parent.guardian.id}` });
    expect(await verify(old!.number)).toMatchObject({ valid: true });
  });
});
