import { ApproveStaffIdentitiesDocument, LinkStaffIdentityDocument } from '../../schema/generated/admin.ts';
import type { StaffMember } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';

interface World {
  readonly hub: TestHub;
  readonly administrator: StaffMember;
  readonly second: StaffMember;
}

/** Links of staff to the identity provider: one administrator makes them, the second approves them. */
export function staffLinks(world: () => World) {
  /** As one administrator links, and the other approves. */
  async function link(whom: Pick<StaffMember, 'staff'>, subject: string, as = world().administrator.accountId) {
    const linked = await linkAlone(whom, subject, as);
    if (linked.link?.status === 'PENDING') await approve([linked.link.id]);
    return linked.link ? { ...linked, link: { ...linked.link, status: 'ACTIVE' } } : linked;
  }

  async function approve(
    staffIdentityIds: string[],
    as = world().second.accountId,
    errorPolicy: 'REJECT_EVERYTHING' | 'REJECT_FAILED_ROWS' = 'REJECT_EVERYTHING',
  ) {
    const { data, errors } = await world().hub.ask(ApproveStaffIdentitiesDocument, {
      as,
      variables: { input: { staffIdentityIds, errorPolicy } },
    });
    return (
      data?.approveStaffIdentities.userErrors.map(({ code }) => code) ??
      errors?.map(({ extensions }) => extensions.code)
    );
  }

  async function linkAlone(
    { staff }: Pick<StaffMember, 'staff'>,
    subject: string,
    as = world().administrator.accountId,
  ) {
    const { data, errors } = await world().hub.ask(LinkStaffIdentityDocument, {
      as,
      variables: { input: { staffId: `staff_${staff.id}`, subject } },
    });
    return {
      link: data?.linkStaffIdentity.staffIdentity,
      codes: data?.linkStaffIdentity.userErrors.map((error) => error.code),
      error: errors?.[0]?.extensions.code,
    };
  }

  return { link, approve, linkAlone };
}
