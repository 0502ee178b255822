import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../../../../platform/graphql/index.ts';
import { SeriesScope } from '../../model/index.ts';

/** Which shifts of which series are meant. */
@InputType()
export abstract class SeriesPartInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the series (重复班次标识).' })
  readonly seriesId!: string;

  @Field(() => Int, { description: 'The revision that the caller has seen (修订号).' })
  readonly revision!: number;

  @Field(() => SeriesScope, { description: 'Which shifts are meant (修改范围).' })
  readonly scope!: SeriesScope;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'From this day on (起始日期), where a part from a day on is meant.',
  })
  readonly from?: string | null;
}
