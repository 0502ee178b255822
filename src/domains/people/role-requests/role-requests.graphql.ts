import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../platform/graphql/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { ASSIGN_ROLES } from '../people.permissions.ts';
import { lockRoles } from '../rights/roles-in-order.ts';
import { RoleRequest } from '../staff/role-request.entity.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { approveRoleRequests } from './approve-role-requests.ts';
import { rejectRoleRequests } from './reject-role-requests.ts';
import { APPROVE_ROLE_RULES, REJECT_ROLE_RULES, WITHDRAW_ROLE_RULES } from './role-requests.rules.ts';
import { withdrawRoleRequest } from './withdraw-role-request.ts';

@InputType()
abstract class RoleRequestsInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of the requests, 100 at most (任命申请标识).' })
  readonly requestIds!: string[];

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'Which roles to give (通过任命申请).' })
export class ApproveRoleRequestsInput extends RoleRequestsInput {}

@InputType({ description: 'Which roles not to give, and why (不通过任命申请).' })
export class RejectRoleRequestsInput extends RoleRequestsInput {
  @Field(() => String, { description: 'Why, 200 characters at most; kept on record (原因).' })
  readonly reason!: string;
}

@InputType({ description: 'What to take back (撤回任命申请).' })
export class WithdrawRoleRequestInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the request (任命申请标识).' })
  readonly requestId!: string;
}

const requests = {
  to: RoleRequest,
  several: true,
  description: 'The requests that were decided on (任命申请).',
} as const;
const ids = { requestIds: RoleRequest } as const;

export const roleRequestMutations: readonly MutationDeclaration[] = [
  mutation('approveRoleRequests', {
    description:
      'Gives roles that another administrator has asked for (通过任命申请): by neither who asked nor who is named.',
    access: permission(ASSIGN_ROLES),
    input: ApproveRoleRequestsInput,
    ownCase: 'REFUSED',
    ids,
    rules: APPROVE_ROLE_RULES,
    answer: {
      requests,
      assignments: { to: StaffAssignment, several: true, description: 'The roles that were given (任职).' },
    },
    // Where one will not begin in its year, it makes way.
    lockFirst: (tx, { requestIds }) =>
      lockRoles(
        tx,
        sql`(ass.staff_id, ass.school_class_id) in (select rqs.staff_id, rqs.school_class_id from role_request rqs where rqs.id = any(${requestIds}::uuid[]))`,
      ),
    run: (tx, input) => approveRoleRequests(tx, input),
  }),
  mutation('rejectRoleRequests', {
    description: 'Declines roles that another administrator has asked for (不通过任命申请).',
    access: permission(ASSIGN_ROLES),
    input: RejectRoleRequestsInput,
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    ids,
    rules: REJECT_ROLE_RULES,
    answer: { requests },
    run: (tx, input) => rejectRoleRequests(tx, input),
  }),
  mutation('withdrawRoleRequest', {
    description: 'Takes back a role that the caller has asked for (撤回任命申请).',
    access: permission(ASSIGN_ROLES),
    input: WithdrawRoleRequestInput,
    ids: { requestId: RoleRequest },
    ownCase: 'OWN_NAME',
    rules: WITHDRAW_ROLE_RULES,
    answer: {
      request: { to: RoleRequest, otherwise: 'requestId', description: 'The request as it now is (任命申请).' },
    },
    run: (tx, { requestId }) => withdrawRoleRequest(tx, { requestId }),
  }),
];
