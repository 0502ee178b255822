import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, MutationInput, registerEnum, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import {
  CANCEL_SIGNUP,
  CANCEL_SIGNUP_RULES,
  DECIDE_ON_LEAVING,
  ShiftRole,
  SIGN_UP,
  SIGN_UP_RULES,
  Signup,
  WaitlistEntry,
} from '../../model/index.ts';
import { cancelSignup } from './cancel-signup.ts';
import { decideCancellationRequest } from './decide-cancellation-request.ts';
import { INSTEAD } from './instead.graphql.ts';
import { DECIDE_CANCELLATION_RULES, REQUEST_CANCELLATION_RULES } from './leaving.rules.ts';
import { requestSignupCancellation } from './request-signup-cancellation.ts';
import { signUpForShift, type SigningUp } from './sign-up-for-shift.ts';
import { signUpTogether } from './sign-up-together.ts';

export enum IfFull {
  REFUSE = 'REFUSE',
  JOIN_WAITLIST = 'JOIN_WAITLIST',
}

registerEnum(IfFull, 'IfFull', 'What to do where all places are taken (名额已满时的处理).', {
  REFUSE: 'Do not sign up, and say so (不报名).',
  JOIN_WAITLIST: 'Wait for a place, where nothing else stands against it (加入候补).',
});

@InputType({ description: 'What to sign up for (报名).' })
export class SignUpForShiftInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;

  @Field(() => IfFull, {
    defaultValue: IfFull.REFUSE,
    description: 'What to do where all places are taken (名额已满时的处理).',
  })
  readonly ifFull!: IfFull;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The volunteer has read and accepts the activity's risk notice (已阅读并确认风险告知).",
  })
  readonly acceptRiskNotice!: boolean;
}

@InputType({ description: 'What to take back (取消报名).' })
export class CancelSignupInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the organiser, 200 characters at most (取消原因).' })
  readonly reason?: string | null;
}

@InputType({ description: 'What to be let go from (申请取消报名).' })
export class RequestSignupCancellationInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => String, { description: 'Why, for the organiser, 200 characters at most (申请取消原因).' })
  readonly reason!: string;
}

@InputType({ description: 'Whom to let go, or not (审批取消申请).' })
export class DecideCancellationRequestInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => Boolean, { description: 'Whether the volunteer is let go (是否同意).' })
  readonly approve!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the volunteer, 200 characters at most (审批意见); required where they are not let go.',
  })
  readonly reason?: string | null;
}

const signingUp = ({ roleId, ifFull, acceptRiskNotice }: SignUpForShiftInput): SigningUp => ({
  roleId,
  acceptRiskNotice,
  orWait: ifFull === IfFull.JOIN_WAITLIST,
});

const signupAsItIs = { to: Signup, otherwise: 'signupId', description: 'The sign-up as it now is (报名).' } as const;
const roleAsItIs = {
  to: ShiftRole,
  description: 'The role with its places as they now are (岗位); null where nothing was done.',
} as const;

export const signupMutations: readonly MutationDeclaration[] = [
  mutation('signUpForShift', {
    description:
      'Signs the caller up for a role of a shift (报名): confirmed at once, or pending where the organiser confirms. Those who wait come first.',
    access: permission(SIGN_UP),
    input: SignUpForShiftInput,
    ids: { roleId: ShiftRole },
    ownCase: 'OWN_NAME',
    rules: SIGN_UP_RULES,
    answer: {
      signup: { to: Signup, description: 'The sign-up (报名); null where nothing was done, or where they wait now.' },
      waitlistEntry: { to: WaitlistEntry, description: 'The entry on the waiting list (候补), where they wait now.' },
      role: { to: ShiftRole, otherwise: 'roleId', description: 'The role with its places as they now are (岗位).' },
      ...INSTEAD,
    },
    run: (tx, input) => signUpForShift(tx, signingUp(input)),
    batching: {
      queueKey: ({ roleId }) => roleId,
      run: (tx, callers) =>
        signUpTogether(
          tx,
          callers.map((each) => ({ ...each, input: signingUp(each.input) })),
        ),
    },
  }),
  mutation('cancelSignup', {
    description:
      'Takes back a sign-up of the caller (取消报名), free until the shift says otherwise; their time is free again, and the place goes to the next one who waits.',
    access: permission(CANCEL_SIGNUP),
    input: CancelSignupInput,
    ids: { signupId: Signup },
    texts: { reason: 'LINE' },
    ownCase: 'OWN_NAME',
    rules: CANCEL_SIGNUP_RULES,
    answer: { signup: signupAsItIs, role: roleAsItIs },
    run: (tx, { signupId, reason }) => cancelSignup(tx, { signupId, reason: reason ?? null }),
  }),
  mutation('requestSignupCancellation', {
    description:
      'Asks the organiser to let the caller go (申请取消报名), when it is too late to cancel freely; the sign-up stands until they do.',
    access: permission(CANCEL_SIGNUP),
    input: RequestSignupCancellationInput,
    ids: { signupId: Signup },
    texts: { reason: 'LINE' },
    ownCase: 'OWN_NAME',
    rules: REQUEST_CANCELLATION_RULES,
    answer: { signup: signupAsItIs },
    run: (tx, { signupId, reason }) => requestSignupCancellation(tx, { signupId, reason }),
  }),
  mutation('decideCancellationRequest', {
    description:
      'Lets a volunteer go who asks for it, or does not (审批取消申请); their place goes to the next one who waits.',
    access: permission(DECIDE_ON_LEAVING),
    input: DecideCancellationRequestInput,
    ids: { signupId: Signup },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: DECIDE_CANCELLATION_RULES,
    answer: { signup: signupAsItIs, role: roleAsItIs },
    run: (tx, { signupId, approve, reason }) =>
      decideCancellationRequest(tx, { signupId, approve, reason: reason ?? null }),
  }),
];
