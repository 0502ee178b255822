import {
  ApproveStaffIdentitiesDocument,
  CreateSignInLinksDocument,
  LinkStaffIdentitiesDocument,
} from '../../../schema/generated/admin.ts';
import { ids, linkedIdentities, many, over, type ArrangeList, type ListsWorld } from '../../budgets/waiting.ts';
import { asked } from '../../support/mutations.ts';

const staffIds = async ({ scenario, school }: ListsWorld, rows: number): Promise<string[]> =>
  ids(
    'staff',
    (await many(rows, () => scenario.schoolAdmin(school))).map(({ staff }) => staff),
  );

export const identityLists: Readonly<Record<string, ArrangeList>> = {
  approveStaffIdentities: async (world, rows) => [
    await over(linkedIdentities(world, rows), (staffIdentityIds) =>
      asked(world.hub, ApproveStaffIdentitiesDocument, world.two.accountId, { staffIdentityIds }),
    ),
  ],
  createSignInLinks: async (world, rows) => {
    const call = await over(staffIds(world, rows), (staffIds) =>
      asked(world.hub, CreateSignInLinksDocument, world.one.accountId, { staffIds }),
    );
    return [call, call];
  },
  linkStaffIdentities: async (world, rows) => [
    await over(staffIds(world, rows), (staff) =>
      asked(world.hub, LinkStaffIdentitiesDocument, world.one.accountId, {
        links: staff.map((staffId) => ({ staffId, subject: `listed-${staffId}` })),
      }),
    ),
  ],
};
