import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../platform/graphql/index.ts';
import { Staff } from '../../people/index.ts';
import { MANAGE_STAFF_IDENTITIES } from '../identity.access.ts';
import { APPROVE_IDENTITY_RULES, approveStaffIdentities } from './approve-staff-identities.ts';
import { LINK_ROW_RULES, LINK_RULES } from './accounts-of-staff.ts';
import { linkStaffIdentities, linkStaffIdentity } from './link-staff-identity.ts';
import { StaffIdentity } from './staff-identity.entity.ts';
import { UNLINK_RULES, unlinkStaffIdentity } from './unlink-staff-identity.ts';

@InputType({ description: 'Who a staff member is to the identity provider (绑定统一身份).' })
export class LinkStaffIdentityInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the staff member (教职工标识).' })
  readonly staffId!: string;

  @Field(() => String, {
    description: 'What the provider calls the person for good, 255 characters at most (主体标识).',
  })
  readonly subject!: string;
}

@InputType({ description: 'Who a member of staff of a list is to the identity provider (绑定项).' })
export class StaffIdentityRow {
  @Field(() => ID, { description: 'Global id of the staff member (教职工标识).' })
  readonly staffId!: string;

  @Field(() => String, {
    description: 'What the provider calls the person for good, 255 characters at most (主体标识).',
  })
  readonly subject!: string;
}

@InputType({ description: 'Who staff are to the identity provider (批量绑定统一身份).' })
export class LinkStaffIdentitiesInput extends MutationInput {
  @Field(() => [StaffIdentityRow], { description: 'The staff, 100 rows at most (绑定清单).' })
  readonly links!: StaffIdentityRow[];

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'What to unlink (解除统一身份绑定).' })
export class UnlinkStaffIdentityInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the link (绑定标识).' })
  readonly staffIdentityId!: string;
}

@InputType({ description: 'Which links to make good (复核统一身份绑定).' })
export class ApproveStaffIdentitiesInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of the links, 100 at most (绑定标识).' })
  readonly staffIdentityIds!: string[];

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

const staff = { to: Staff, description: 'The staff member (教职工).' };

export const staffIdentityMutations: readonly MutationDeclaration[] = [
  mutation('linkStaffIdentity', {
    description:
      'Says who a staff member is to the identity provider (绑定统一身份): with its tokens they then act here as themselves, once another administrator has approved it where it is somebody else.',
    access: permission(MANAGE_STAFF_IDENTITIES),
    input: LinkStaffIdentityInput,
    ids: { staffId: Staff },
    texts: { subject: 'LINE' },
    ownCase: 'WAITS',
    rules: LINK_RULES,
    answer: { staffIdentity: { to: StaffIdentity, description: 'The link (绑定).' }, staff },
    run: (tx, { staffId, subject }) => linkStaffIdentity(tx, { staffId, subject }),
  }),
  mutation('linkStaffIdentities', {
    description:
      'Says of a list of staff who they are to the identity provider (批量绑定统一身份), as linkStaffIdentity does of one of them.',
    access: permission(MANAGE_STAFF_IDENTITIES),
    input: LinkStaffIdentitiesInput,
    ids: { 'links.staffId': Staff },
    texts: { 'links.subject': 'LINE' },
    ownCase: 'WAITS',
    rules: LINK_ROW_RULES,
    answer: { staffIdentities: { to: StaffIdentity, several: true, description: 'The links (绑定).' } },
    run: (tx, input) => linkStaffIdentities(tx, input),
  }),
  mutation('approveStaffIdentities', {
    description:
      'Makes sign-ins good that another administrator has linked, or has handed out a link for (复核登录方式): by neither who made it nor whose it is. Whoever declines one unlinks it.',
    access: permission(MANAGE_STAFF_IDENTITIES),
    input: ApproveStaffIdentitiesInput,
    ids: { staffIdentityIds: StaffIdentity },
    ownCase: 'REFUSED',
    rules: APPROVE_IDENTITY_RULES,
    answer: {
      staffIdentities: { to: StaffIdentity, several: true, description: 'The links that are good now (绑定).' },
    },
    run: (tx, input) => approveStaffIdentities(tx, input),
  }),
  mutation('unlinkStaffIdentity', {
    description:
      'Takes back a sign-in of a staff member (解除登录方式): from the next request on tokens of the identity provider are refused, or the password is good for nothing and what was begun by it is over.',
    access: permission(MANAGE_STAFF_IDENTITIES),
    input: UnlinkStaffIdentityInput,
    ids: { staffIdentityId: StaffIdentity },
    ownCase: 'REFUSED',
    rules: UNLINK_RULES,
    answer: { staff },
    run: (tx, { staffIdentityId }) => unlinkStaffIdentity(tx, { staffIdentityId }),
  }),
];
