import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '../../platform/graphql/index.ts';
import { CANCEL_SIGNUP_BLOCKERS, CancelSignupBlocker } from './signup.blockers.ts';

@InputType({ description: 'What to take back (取消报名).' })
export class CancelSignupInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the organiser, 200 characters at most (取消原因).' })
  readonly reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Chosen by the client: a retry with the same key answers what the first call did (幂等键).' })
  readonly idempotencyKey?: string | null;
}

/** The same that `viewerCancelBlockers` tells beforehand. */
export const CancelSignupErrorCode = { ...CancelSignupBlocker } as const;

registerEnum(CancelSignupErrorCode, 'CancelSignupErrorCode', 'Why cancelSignup did nothing (取消失败原因).', CANCEL_SIGNUP_BLOCKERS);

@ObjectType({ description: 'Why cancelSignup did nothing (取消失败).' })
export class CancelSignupError {
  @Field(() => CancelSignupErrorCode, { description: 'The reason (原因).' })
  readonly code!: CancelSignupBlocker;

  @Field(() => String, { description: 'The reason in the language of the request (说明).' })
  readonly message!: string;

  @Field(() => [String], { description: 'Path into the input (输入路径).' })
  readonly path!: readonly string[];
}

@ObjectType({ description: 'What cancelSignup did (取消结果).' })
export class CancelSignupPayload {
  /** Ids that the declared fields of the same names hang on. */
  readonly signup!: string;
  readonly role!: string | null;

  @Field(() => [CancelSignupError], { description: 'Why nothing was done; empty on success (失败原因).' })
  readonly userErrors!: readonly CancelSignupError[];
}
