import { Field, InputType } from 'type-graphql';

/** What the input of a mutation begins with that is done once under a key. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client: a retry with the same key answers what the first call did (幂等键).',
  })
  readonly idempotencyKey?: string | null;
}
