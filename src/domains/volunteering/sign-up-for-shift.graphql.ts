import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '../../platform/graphql/index.ts';
import { SIGNUP_BLOCKERS, SignupBlocker } from './signup.blockers.ts';

export enum IfFull {
  REFUSE = 'REFUSE',
}

registerEnum(IfFull, 'IfFull', 'What to do where all places are taken (名额已满时的处理).', {
  REFUSE: 'Do not sign up, and say so (不报名).',
});

@InputType({ description: 'What to sign up for (报名).' })
export class SignUpForShiftInput {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;

  @Field(() => IfFull, { defaultValue: IfFull.REFUSE, description: 'What to do where all places are taken (名额已满时的处理).' })
  readonly ifFull!: IfFull;

  @Field(() => String, { nullable: true, description: 'Chosen by the client: a retry with the same key answers what the first call did (幂等键).' })
  readonly idempotencyKey?: string | null;
}

/** The same that `viewerBlockers` tells beforehand. */
export const SignUpForShiftErrorCode = { ...SignupBlocker } as const;

registerEnum(SignUpForShiftErrorCode, 'SignUpForShiftErrorCode', 'Why signUpForShift did nothing (报名失败原因).', SIGNUP_BLOCKERS);

@ObjectType({ description: 'Why signUpForShift did nothing (报名失败).' })
export class SignUpForShiftError {
  @Field(() => SignUpForShiftErrorCode, { description: 'The reason (原因).' })
  readonly code!: SignupBlocker;

  @Field(() => String, { description: 'The reason in the language of the request (说明).' })
  readonly message!: string;

  @Field(() => [String], { description: 'Path into the input (输入路径).' })
  readonly path!: readonly string[];
}

@ObjectType({ description: 'What signUpForShift did (报名结果).' })
export class SignUpForShiftPayload {
  /** Ids that the declared fields of the same names hang on. */
  readonly signup!: string | null;
  readonly role!: string;

  @Field(() => [SignUpForShiftError], { description: 'Why nothing was done; empty on success (失败原因).' })
  readonly userErrors!: readonly SignUpForShiftError[];
}
