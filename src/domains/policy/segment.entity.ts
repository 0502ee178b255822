import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { partStays, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { PolicyEdition } from './policy-edition.entity.ts';

/** SQL of what a segment is searched by; `row` is an alias with its dot, or nothing. Letters A to Z count in any case. */
export function searchedTextSql(row = ''): string {
  return `lower((coalesce(${row}heading || ' ', '') || ${row}text) collate "C")`;
}

/**
 * SQL of all pairs of neighbouring characters of a text, as text[]: the pairs that begin at odd places, then those that
 * begin at even ones. Pairs serve two-character words, which trigrams do not. A last single character and empty pieces
 * come along: whoever asks for pairs leaves them out. The parting character (31) occurs in no text.
 */
export function pairsSql(text: string): string {
  const pairs = (from: string): string =>
    `string_to_array(regexp_replace(${from}, '..', '\\&' || chr(31), 'g'), chr(31))`;
  return `(${pairs(text)} || ${pairs(`substr(${text}, 2)`)})`;
}

@ObjectType({ implements: Node, description: 'A paragraph of a policy edition (段落).' })
@Entity()
@Unique({ name: 'segment_ordinal_unique', properties: ['edition', 'ordinal'] })
@Index({
  name: 'segment_newest_index',
  expression: 'create index segment_newest_index on segment (edition_id desc, ordinal, id)',
})
@Index({
  name: 'segment_pairs_index',
  expression: `create index segment_pairs_index on segment using gin (${pairsSql(searchedTextSql())})`,
})
@Check({ name: 'segment_ordinal_positive', expression: 'ordinal > 0' })
@Trigger({
  name: 'segment_stays',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  body: partStays('segment_stays', { table: 'policy_edition', key: 'edition_id' }),
})
@Trigger(tellsOfChange)
export class Segment extends Stored {
  @ManyToOne(() => PolicyEdition)
  edition!: PolicyEdition;

  @Field(() => Int, { description: 'Place within the edition, from 1 (序号).' })
  @Property({ type: 'int' })
  ordinal!: number;

  @Field(() => String, { nullable: true, description: 'Heading (小标题), e.g. 一、总体要求; null where it has none.' })
  @Property({ type: 'text', nullable: true })
  heading: string | null = null;

  @Field(() => String, { description: 'Text (正文).' })
  @Property({ type: 'text' })
  text!: string;
}
