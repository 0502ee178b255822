import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { District, School } from '../../people/index.ts';
import { MANAGE_SERVICE_TOKENS } from '../identity.access.ts';
import { createServiceToken, SERVICE_TOKEN_RULES } from './create-service-token.ts';
import { REVOKE_SERVICE_TOKEN_RULES, revokeServiceToken } from './revoke-service-token.ts';
import { TAKE_OVER_RULES, takeOverServiceToken } from './take-over-service-token.ts';
import { ServiceRole, ServiceToken } from './service-token.entity.ts';

@InputType({ description: 'Access for a client without a person (服务令牌).' })
export class CreateServiceTokenInput extends MutationInput {
  @Field(() => String, { description: 'What it is for, 100 characters at most (用途).' })
  readonly name!: string;

  @Field(() => ServiceRole, { description: 'What its bearer may see (角色).' })
  readonly role!: ServiceRole;

  @Field(() => ID, { description: 'Global id of the district (区标识).' })
  readonly districtId!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the school, for a role of a school alone (学校标识).' })
  readonly schoolId?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description:
      'Names of what its bearer may do besides, of those that no person must decide on: NOT_FOR_PROGRAMS tells which (权限).',
  })
  readonly permissions!: string[];

  @Field(() => Int, { description: 'For how many days it is good, 1 to 366 (有效天数).' })
  readonly validDays!: number;
}

@InputType({ description: 'What to shut (撤销服务令牌).' })
export class RevokeServiceTokenInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the service token (服务令牌标识).' })
  readonly serviceTokenId!: string;

  @Field(() => String, { nullable: true, description: 'Why, 200 characters at most; kept on record (原因).' })
  readonly reason?: string | null;
}

@InputType({ description: 'Which service token is to rest on the role of the caller (接管服务令牌).' })
export class TakeOverServiceTokenInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the service token (服务令牌标识).' })
  readonly serviceTokenId!: string;
}

const secret = {
  type: () => String,
  secret: true,
  description: 'The bearer token (令牌); null where it waits for a school.',
};
const serviceToken = { to: ServiceToken, description: 'The service token as it now is (服务令牌).' };

export const serviceTokenMutations: readonly MutationDeclaration[] = [
  mutation('createServiceToken', {
    description:
      'Gives access to a client without a person (新建服务令牌), never more than the caller holds: it ends with their role. ' +
      'What a district makes for one of its schools is good for nothing until an administrator of the school takes it over.',
    access: permission(MANAGE_SERVICE_TOKENS),
    input: CreateServiceTokenInput,
    ids: { districtId: District, schoolId: School },
    texts: { name: 'TITLE', permissions: 'MATCHED' },
    ownCase: 'HELD_ALREADY',
    rules: SERVICE_TOKEN_RULES,
    answer: {
      serviceToken,
      secret,
    },
    run: (tx, { schoolId, ...wanted }) => createServiceToken(tx, { ...wanted, schoolId: schoolId ?? null }),
  }),
  mutation('revokeServiceToken', {
    description: 'Shuts a service token (撤销服务令牌) from the next request on.',
    access: permission(MANAGE_SERVICE_TOKENS),
    input: RevokeServiceTokenInput,
    ids: { serviceTokenId: ServiceToken },
    texts: { reason: 'LINE' },
    ownCase: 'GIVES_UP',
    rules: REVOKE_SERVICE_TOKEN_RULES,
    answer: { serviceToken: { ...serviceToken, otherwise: 'serviceTokenId' } },
    run: (tx, { serviceTokenId, reason }) => revokeServiceToken(tx, { serviceTokenId, reason: reason ?? null }),
  }),
  mutation('takeOverServiceToken', {
    description:
      'Has a service token rest on the role of the caller (接管服务令牌), who holds all that it gives. Its secret is a new one, and the old one is good for nothing at once: ' +
      'give the new one to its client.',
    access: permission(MANAGE_SERVICE_TOKENS),
    input: TakeOverServiceTokenInput,
    ids: { serviceTokenId: ServiceToken },
    ownCase: 'HELD_ALREADY',
    rules: TAKE_OVER_RULES,
    answer: { serviceToken: { ...serviceToken, otherwise: 'serviceTokenId' }, secret },
    run: (tx, { serviceTokenId }) => takeOverServiceToken(tx, { serviceTokenId }),
  }),
];
