import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description: 'The caller (当前用户): everything that a screen of theirs begins from.',
})
export class Viewer {
  @Field(() => ID, {
    description: 'One for each caller, so that a cache holds them apart; no node has it (当前用户标识).',
  })
  readonly id!: string;

  @Field(() => Boolean, { description: 'False for a guest (是否已登录).' })
  readonly signedIn!: boolean;

  @Field(() => [String], { description: 'Names of what the caller may do, e.g. volunteering.signup.create (权限).' })
  readonly permissions!: readonly string[];

  /** Ids that the declared fields of the same names hang on. */
  readonly account!: string | null;
  readonly session!: string | null;
  readonly guardian!: string | null;
  readonly staff!: string | null;
  readonly person!: string | null;
}
