import { ApproveStaffIdentitiesDocument } from '../../../schema/generated/admin.ts';
import { linkedIdentities, over, type ArrangeList } from '../../budgets/waiting.ts';
import { asked } from '../../support/mutations.ts';

export const identityLists: Readonly<Record<string, ArrangeList>> = {
  approveStaffIdentities: async (world, rows) => [
    await over(linkedIdentities(world, rows), (staffIdentityIds) =>
      asked(world.hub, ApproveStaffIdentitiesDocument, world.two.accountId, { staffIdentityIds }),
    ),
  ],
};
