import { afterAll, beforeAll, expect, it } from 'vitest';
import { BlockGuardianDocument, UnblockGuardianDocument } from '../../../schema/generated/admin.ts';
import type { Family, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { Duties, type Duty } from '../duties.ts';
import { absences } from './absences.ts';
import { momentIn } from '../../../src/domains/notice-kinds/index.ts';

let duties: Duties;
let head: StaffMember;
beforeAll(async () => {
  duties = await Duties.open();
  head = await duties.scenario.schoolAdmin(duties.school);
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

const { run, missed, newFamily, came, shown } = absences(() => duties);

const decide = async (
  document: typeof BlockGuardianDocument | typeof UnblockGuardianDocument,
  { parent }: Family,
): Promise<void> =>
  expect(
    (
      await asked(duties.hub, document as typeof BlockGuardianDocument, head.accountId, {
        guardianshipId: `guardianship_${parent.guardianships[0]!.id}`,
        reason: '核实身份',
      })
    ).codes,
  ).toEqual([]);

const bodies = async (of: Duty): Promise<string[]> => (await shown(of)).map(({ body }) => body);

it('the correction of an absence names the shift as long as its volunteer may see it', async () => {
  const own = await newFamily();
  const [first] = (await missed(own, 1)) as [Duty];
  expect((await came(first)).codes).toEqual([]);
  const { rows } = await run(
    'select a.title, s.starts_at as at from shift s join volunteer_activity a on a.id = s.activity_id where s.id = $1',
    first.shift.id,
  );
  const { title, at } = rows[0] as { title: string; at: Date };
  const told = await bodies(first);
  expect(told).toHaveLength(1);
  for (const body of told) {
    expect(body).toContain(title);
    expect(body).toContain(momentIn(at.toISOString()).zh);
  }
  await decide(BlockGuardianDocument, own);
  const nameless = await bodies(first);
  expect(nameless).toHaveLength(1);
  for (const body of nameless) {
    expect(body).toContain('一项志愿活动');
    expect(body).not.toContain(title);
    expect(body).not.toContain(momentIn(at.toISOString()).zh);
  }
  await decide(UnblockGuardianDocument, own);
  expect(await bodies(first)).toEqual(told);
});
