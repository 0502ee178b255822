import { afterAll, beforeAll, expect, it } from 'vitest';
import { IssueBindingCodesDocument, PrintBindingCodesDocument } from '../../../schema/generated/admin.ts';
import { BindChildDocument } from '../../../schema/generated/mini-program.ts';
import { family, type Family, type StaffMember } from '../../../seeds/scenario/index.ts';
import type { SchoolClassRecord } from '../../../seeds/factories/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { textOfPages } from '../../platform/documents/reading-back.ts';
import { bearer } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;
let other: StaffMember;
let families: Family[];
beforeAll(async () => {
  hub = await startTestHub({ variables: { ACCESSES_REMEMBERED: '0' } });
  const scenario = await beginScenario(hub);
  const school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
  other = await scenario.teacher(await scenario.schoolClass(school));
  families = [await family(scenario, [schoolClass]), await family(scenario, [schoolClass])];
});
afterAll(() => hub.stop());

const print = async (as: StaffMember) =>
  (
    await hub.ask(PrintBindingCodesDocument, {
      as: as.accountId,
      variables: { input: { classId: `class_${schoolClass.id}` } },
    })
  ).data!.printBindingCodes;
const slips = async (path: string, as?: StaffMember) =>
  fetch(hub.address + path, { headers: as ? bearer(await hub.tokenOf(as.accountId)) : {} });

it('codes in force are printed for whoever answers for the pupils, and bind', async () => {
  expect((await print(teacher)).userErrors).toMatchObject([{ code: 'NO_CODES', path: ['classId'] }]);
  const issued = await hub.ask(IssueBindingCodesDocument, {
    as: teacher.accountId,
    variables: { input: { classId: `class_${schoolClass.id}` } },
  });
  const codes = issued.data!.issueBindingCodes.issued!.map(({ code }) => code);
  expect(codes).toHaveLength(2);
  const { path } = await print(teacher);
  // Whoever issued them has read of the pupils as well; only what printing leaves is looked at.
  await hub.database.pool.query('alter table access_record disable trigger user');
  await hub.database.pool.query('delete from access_record');
  const file = await slips(path!);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(file.headers.get('cache-control')).toContain('no-store');
  const text = (await textOfPages(new Uint8Array(await file.arrayBuffer()))).join('');
  for (const code of codes) expect(text).toContain(code);
  const readers = await hub.database.pool.query('select distinct actor from access_record where subject = any($1)', [
    families.map(({ students: [student] }) => student!.id),
  ]);
  expect(readers.rows).toEqual([{ actor: teacher.accountId }]);
  expect((await print(other)).userErrors).toMatchObject([{ code: 'NO_CODES' }]);
  const bound = await hub.ask(BindChildDocument, {
    as: families[0]!.parent.accountId,
    variables: { input: { code: codes[0]!, relation: 'MOTHER', name: '测试家长' } },
  });
  expect(bound.data!.bindChild.userErrors.map(({ code }) => code)).not.toContain('CODE_INVALID');
  const { rows } = await hub.database.pool.query<{ all: string }>(
    'select json_agg(b)::text as all from binding_code b',
  );
  for (const code of codes) expect(rows[0]!.all).not.toContain(code);
});
