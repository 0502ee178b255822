import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { permission } from '../../platform/auth/index.ts';
import { perform } from '../../platform/commands/index.ts';
import { NotFound } from '../../platform/errors/index.ts';
import { Access } from '../../platform/graphql/index.ts';
import { parseGlobalId } from '../../platform/reading/index.ts';
import type { RequestContext } from '../../platform/request/index.ts';
import { CancelSignupErrorCode, CancelSignupInput, CancelSignupPayload } from './cancel-signup.graphql.ts';
import { cancelSignup } from './cancel-signup.ts';
import { SignUpForShiftErrorCode, SignUpForShiftInput, SignUpForShiftPayload } from './sign-up-for-shift.graphql.ts';
import { signUpForShift } from './sign-up-for-shift.ts';
import { CANCEL_SIGNUP, SIGN_UP } from './volunteering.access.ts';
import { ROLE_PREFIX, SIGNUP_PREFIX } from './volunteering.relations.ts';

@Resolver()
export class VolunteeringResolver {
  @Access(permission(SIGN_UP))
  @Mutation(() => SignUpForShiftPayload, {
    description: 'Signs the caller up for a role of a shift (报名): confirmed at once, or pending where the organiser confirms.',
  })
  async signUpForShift(
    @Arg('input', () => SignUpForShiftInput, { description: 'What to sign up for (报名).' }) input: SignUpForShiftInput,
    @Ctx() context: RequestContext,
  ): Promise<SignUpForShiftPayload> {
    const roleId = bareId(input.roleId, ROLE_PREFIX, 'roleId');
    const { result, userErrors } = await perform(
      context,
      { mutation: 'signUpForShift', input: { ...input }, codes: SignUpForShiftErrorCode, subjects: { role: roleId } },
      (tx) => signUpForShift(tx, { roleId }),
    );
    return { signup: result?.signup ?? null, role: roleId, userErrors };
  }

  @Access(permission(CANCEL_SIGNUP))
  @Mutation(() => CancelSignupPayload, {
    description: 'Takes back a sign-up of the caller (取消报名), free until the shift says otherwise; its place and time are free again.',
  })
  async cancelSignup(
    @Arg('input', () => CancelSignupInput, { description: 'What to take back (取消报名).' }) input: CancelSignupInput,
    @Ctx() context: RequestContext,
  ): Promise<CancelSignupPayload> {
    const signupId = bareId(input.signupId, SIGNUP_PREFIX, 'signupId');
    const { result, userErrors } = await perform(
      context,
      { mutation: 'cancelSignup', input: { ...input }, codes: CancelSignupErrorCode, subjects: { signup: signupId } },
      (tx) => cancelSignup(tx, { signupId, reason: input.reason ?? null }),
    );
    return { signup: signupId, role: result?.role ?? null, userErrors };
  }
}

/** An id of another type answers as one that does not exist. */
function bareId(id: string, prefix: string, field: string): string {
  const parsed = parseGlobalId(id, ['input', field]);
  if (parsed.prefix !== prefix) throw new NotFound();
  return parsed.uuid;
}
