import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, registerEnum, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { ShiftRole } from '../shifts/shift-role.entity.ts';
import { CANCEL_SIGNUP, SIGN_UP } from '../volunteering.access.ts';
import { cancelSignup } from './cancel-signup.ts';
import { signUpForShift } from './sign-up-for-shift.ts';
import { CANCEL_SIGNUP_RULES, SIGNUP_RULES } from './signup-blocker.enum.ts';
import { Signup } from './signup.entity.ts';

export enum IfFull {
  REFUSE = 'REFUSE',
}

registerEnum(IfFull, 'IfFull', 'What to do where all places are taken (名额已满时的处理).', {
  REFUSE: 'Do not sign up, and say so (不报名).',
});

@InputType({ description: 'What to sign up for (报名).' })
export class SignUpForShiftInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;

  @Field(() => IfFull, { defaultValue: IfFull.REFUSE, description: 'What to do where all places are taken (名额已满时的处理).' })
  readonly ifFull!: IfFull;
}

@InputType({ description: 'What to take back (取消报名).' })
export class CancelSignupInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the organiser, 200 characters at most (取消原因).' })
  readonly reason?: string | null;
}

export const signupMutations: readonly MutationDeclaration[] = [
  mutation('signUpForShift', {
    description: 'Signs the caller up for a role of a shift (报名): confirmed at once, or pending where the organiser confirms.',
    access: permission(SIGN_UP),
    input: SignUpForShiftInput,
    ids: { roleId: ShiftRole },
    rules: SIGNUP_RULES,
    answer: {
      signup: { to: Signup, description: 'The sign-up (报名); null where nothing was done.' },
      role: { to: ShiftRole, otherwise: 'roleId', description: 'The role with its places as they now are (岗位).' },
    },
    run: (tx, { roleId }) => signUpForShift(tx, { roleId }),
  }),
  mutation('cancelSignup', {
    description: 'Takes back a sign-up of the caller (取消报名), free until the shift says otherwise; its place and time are free again.',
    access: permission(CANCEL_SIGNUP),
    input: CancelSignupInput,
    ids: { signupId: Signup },
    rules: CANCEL_SIGNUP_RULES,
    answer: {
      signup: { to: Signup, otherwise: 'signupId', description: 'The sign-up as it now is (报名).' },
      role: { to: ShiftRole, description: 'The role with its places as they now are (岗位); null where nothing was done.' },
    },
    run: (tx, { signupId, reason }) => cancelSignup(tx, { signupId, reason: reason ?? null }),
  }),
];
