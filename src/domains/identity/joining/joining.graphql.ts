import { Field, ID, InputType } from 'type-graphql';
import { permission, signedIn } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { BIND_CHILD, BINDING_CODE_ATTEMPT } from '../../people/index.ts';
import { AccountJoin } from './account-join.entity.ts';
import { askToJoin } from './ask-to-join.ts';
import { confirmJoin } from './confirm-join.ts';
import { createJoinCode } from './create-join-code.ts';
import { ASK_TO_JOIN_RULES, CONFIRM_JOIN_RULES, CREATE_JOIN_RULES } from './joining.rules.ts';

@InputType({ description: 'To be shown a code, signed in as staff (获取合并码).' })
export class CreateJoinCodeInput extends MutationInput {}

@InputType({ description: 'The code, entered in the mini-program (提交合并码).' })
export class AskToJoinInput extends MutationInput {
  @Field(() => String, {
    description: 'The code that the staff client shows; case, spaces and hyphens do not matter (合并码).',
  })
  readonly code!: string;
}

@InputType({ description: 'Which sign-in of WeChat is the own one (确认合并).' })
export class ConfirmJoinInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the join (账号合并标识).' })
  readonly joinId!: string;
}

export const joiningMutations: readonly MutationDeclaration[] = [
  mutation('createJoinCode', {
    description:
      'Shows a member of the staff a code for the mini-program (获取合并码), good for ten minutes and once: who is a parent as well becomes one person with two sign-ins.',
    access: signedIn,
    input: CreateJoinCodeInput,
    ownCase: 'OWN_NAME',
    rules: CREATE_JOIN_RULES,
    answer: {
      join: { to: AccountJoin, description: 'The join, to be confirmed when the code was entered (账号合并).' },
      code: { type: () => String, secret: true, description: 'The code (合并码).' },
    },
    run: (tx) => createJoinCode(tx),
  }),
  mutation('askToJoin', {
    description:
      'Enters the code in the mini-program (提交合并码): nothing is joined until the member of staff confirms it.',
    access: permission(BIND_CHILD),
    input: AskToJoinInput,
    texts: { code: 'MATCHED' },
    ownCase: 'OWN_NAME',
    rules: ASK_TO_JOIN_RULES,
    attempt: { kind: BINDING_CODE_ATTEMPT, missed: ['CODE_INVALID'] },
    answer: {
      staffName: {
        type: () => String,
        description: 'Whom the code was shown to, all but the first character withheld (教职工姓名).',
      },
    },
    run: (tx, { code }) => askToJoin(tx, { code }),
  }),
  mutation('confirmJoin', {
    description:
      'Makes one person of the caller, who is of the staff, and of who has entered their code in the mini-program (确认合并). ' +
      'What either has on record, suspensions and qualifications included, is that of the one person. Both sign-ins stay good; sessions of the own account end, tokens of the identity provider go on.',
    access: signedIn,
    input: ConfirmJoinInput,
    ids: { joinId: AccountJoin },
    ownCase: 'OWN_NAME',
    rules: CONFIRM_JOIN_RULES,
    byRoles: false,
    answer: { joined: { type: () => Boolean, description: 'True where the two are one (是否已合并).' } },
    run: (tx, { joinId }) => confirmJoin(tx, { joinId }),
  }),
];
