import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../../platform/graphql/index.ts';
import { DECIDE_SIGNUP, RECONFIRM_SIGNUP, Signup } from '../../model/index.ts';
import { APPROVE_SIGNUP_RULES, DECIDE_SIGNUP_RULES, RECONFIRM_RULES } from './approval.rules.ts';
import { approveSignups } from './approve-signups.ts';
import { reconfirmSignup } from '../reconfirmation/reconfirm-signup.ts';
import { rejectSignups } from './reject-signups.ts';

@InputType({ description: 'Sign-ups to confirm (通过报名).' })
export class ApproveSignupsInput extends MutationInput {
  @Field(() => [ID], {
    description: 'Global ids of the sign-ups (报名标识), 100 at most: places go to them in this order.',
  })
  readonly signupIds!: string[];

  @ErrorPolicyField({ description: 'What becomes of the others where one cannot be confirmed (出错处理).' })
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'Sign-ups to decline (拒绝报名).' })
export class RejectSignupsInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of the sign-ups (报名标识), 100 at most.' })
  readonly signupIds!: string[];

  @Field(() => String, { description: 'Why, as the volunteers are told (拒绝原因), 200 characters at most.' })
  readonly reason!: string;

  @ErrorPolicyField({ description: 'What becomes of the others where one cannot be declined (出错处理).' })
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'A sign-up to keep after its shift was moved (再次确认报名).' })
export class ReconfirmSignupInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;
}

export const approvalMutations: readonly MutationDeclaration[] = [
  mutation('approveSignups', {
    description: 'Gives volunteers who wait for the organiser their places, as long as there are any (通过报名).',
    access: permission(DECIDE_SIGNUP),
    input: ApproveSignupsInput,
    ids: { signupIds: Signup },
    ownCase: 'REFUSED',
    rules: APPROVE_SIGNUP_RULES,
    answer: { signups: { to: Signup, several: true, description: 'Those that were confirmed (已通过报名).' } },
    run: (tx, { signupIds, errorPolicy }) => approveSignups(tx, { signupIds, errorPolicy }),
  }),
  mutation('rejectSignups', {
    description: 'Declines sign-ups that wait for the organiser (拒绝报名); their time is free again.',
    access: permission(DECIDE_SIGNUP),
    input: RejectSignupsInput,
    ids: { signupIds: Signup },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: DECIDE_SIGNUP_RULES,
    answer: { signups: { to: Signup, several: true, description: 'Those that were declined (已拒绝报名).' } },
    run: (tx, { signupIds, reason, errorPolicy }) => rejectSignups(tx, { signupIds, reason, errorPolicy }),
  }),
  mutation('reconfirmSignup', {
    description: 'Keeps a sign-up of the caller whose shift was moved (再次确认报名).',
    access: permission(RECONFIRM_SIGNUP),
    input: ReconfirmSignupInput,
    ids: { signupId: Signup },
    ownCase: 'OWN_NAME',
    rules: RECONFIRM_RULES,
    answer: { signup: { to: Signup, otherwise: 'signupId', description: 'The sign-up as it now is (报名).' } },
    run: (tx, { signupId }) => reconfirmSignup(tx, { signupId }),
  }),
];
