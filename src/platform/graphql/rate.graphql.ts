import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A share of a whole (比率).' })
export class Rate {
  @Field(() => Int, { description: 'How many (分子).' })
  readonly numerator!: number;

  @Field(() => Int, { description: 'Of how many (分母).' })
  readonly denominator!: number;

  @Field(() => Float, { nullable: true, description: 'Numerator over denominator, 0 to 1; null of nothing (比值).' })
  readonly value!: number | null;
}

export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}
