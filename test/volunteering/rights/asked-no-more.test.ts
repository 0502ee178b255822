import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssignRoleDocument, ReleaseStaffDocument } from '../../../schema/generated/admin.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
let district: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  district = await desk.scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

it('the district is asked about sign-ups of a school at which nobody is left, and not any more from the moment at which somebody is', async () => {
  const admin = await desk.scenario.schoolAdmin(desk.school);
  const offered = await desk.offer({ role: { approvalRequired: true, capacity: 5 } });
  const { parent } = await desk.newFamily();
  const signup = (await desk.signUp(parent, offered)).payload!.signup!.id;
  const shown = async (who: StaffMember): Promise<string[]> =>
    (
      (
        await desk.hub.ask(
          '{ viewer { inbox(first: 50, where: { kind: { eq: "volunteering.signup-to-decide" } }) { nodes { about { id } } } } }',
          { as: who.accountId },
        )
      ).data!['viewer'].inbox.nodes as { about: { id: string } | null }[]
    ).map(({ about }) => about!.id);
  expect(await shown(district)).toEqual([]);
  for (const { staff } of [desk.organiser, admin])
    expect(
      (await asked(desk.hub, ReleaseStaffDocument, district.accountId, { staffId: `staff_${staff.id}` })).codes,
    ).toEqual([]);
  expect(await shown(district)).toEqual([signup]);
  const next = await desk.scenario.staffMember({ role: 'LECTURER', school: await desk.scenario.school() });
  const { codes } = await asked(desk.hub, AssignRoleDocument, district.accountId, {
    staffId: `staff_${next.staff.id}`,
    role: 'SCHOOL_ADMIN',
    schoolId: `school_${desk.school.id}`,
  });
  expect(codes).toEqual([]);
  // Whoever runs the shift finds it on its list.
  expect([await shown(district), await shown(next)]).toEqual([[], []]);
});
