import type { ViewerShape } from '../../auth/index.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import type { Count, ToMany } from '../declare.ts';
import type { Scope } from '../scope/scope.ts';
import { allOf, anyOf, empty, never, raw, sql, type Alias, type Sql } from '../sql.ts';
import { tied, type Of, type Tied } from './tied.ts';

/** Fewer people, or groups of them, than this could be recognised by whoever may only count them: `withheldBelow` of such a number. */
export const SMALL_GROUP = 5;

/** True of rows that do not meet a condition: an aggregate that names no row of its own query would be taken for one of the query around it. */
const missing = (condition: Sql, row: Alias): Sql => sql`(${condition}) is not true and ${row}.id is not null`;

/**
 * Small groups, for whoever is told of large ones only. A count is told where those of its rows that the viewer does not see are
 * none or enough, and where what can be had by subtracting it from the counts that are declared beside it is none or
 * enough as well: 12 invited and 10 that have replied are 2 that have not. None and all are told, for they say nothing of one
 * that is not true of every other. What is withheld is withheld in favour of the count that it is a part of; a sum
 * over children is judged by what is told of these.
 */
export class Withholding {
  readonly #catalog: Catalog;
  readonly #viewer: ViewerShape;
  #aliases = 0;

  constructor(catalog: Catalog, viewer: ViewerShape) {
    this.#catalog = catalog;
    this.#viewer = viewer;
  }

  static concerns(
    { disclosure }: Catalog,
    relation: Count | ToMany,
    viewer: ViewerShape,
  ): relation is Count & { readonly withheldBelow: number } {
    return (
      relation.kind === 'count' && relation.withheldBelow !== undefined && disclosure.isToldOfLargeGroupsOnly(viewer)
    );
  }

  /** As an aggregate over the rows that the viewer counts. */
  unseen({ readable: { visible } }: ReadType, child: Scope): Sql {
    const seen = visible(child, this.#viewer);
    return seen === never ? sql`count(*)` : sql`count(*) filter (where ${missing(seen, child)})`;
  }

  /**
   * @param number of the rows that are counted and not seen
   * @param sum what the parts sum up to of which it is declared to be the sum, where that has been reckoned already
   */
  withholds(
    from: ReadType | undefined,
    { withheldBelow, remainders = [], sumOf }: Count,
    number: Sql,
    of: Of,
    sum?: Sql,
  ): Sql {
    const small = (rest: Sql): Sql => sql`(${rest}) between 1 and ${raw(String(withheldBelow! - 1))}`;
    const rests = from ? [...remainders, ...(sumOf && !sum ? [[sumOf]] : [])] : [];
    return anyOf([
      small(number),
      sum && small(sql`abs(${sum} - ${number})`),
      ...rests.map(([whole, ...parts]) => {
        const others = parts.map((part) => sql` - ${this.#named(from!, part, of)}`);
        return small(
          sql`abs(${this.#named(from!, whole!, of)} - ${number}${others.reduce((all, each) => sql`${all}${each}`, sql``)})`,
        );
      }),
    ]);
  }

  /** `invitedHouseholdCount` of the same row, or `roles.confirmedCount`: the sum of what is told of those that the viewer sees in a list. */
  #named(from: ReadType, name: string, of: Of): Sql {
    const [first, second] = name.split('.');
    const field = from.fields.get(first!);
    if (field?.kind === 'count') return this.#unseenOf(field, of);
    if (field?.kind !== 'many') throw new Error(`${from.name}.${name} is no count.`);
    const to = this.#catalog.typeOf(field.to);
    const count = to.fields.get(second!);
    if (count?.kind !== 'count') throw new Error(`${from.name}.${name} is no count.`);
    const { child, tables, condition } = this.#tied(field, to, of);
    const seen = allOf([condition, to.readable.visible(child, this.#viewer), field.where?.(child, this.#viewer)]);
    return sql`(select coalesce(sum(${this.#known(to, count, { id: sql`${child}.id`, row: child, seen: false })}), 0) from ${tables} where ${seen})`;
  }

  /**
   * What is known of a count: itself where it is told, what its parts sum up to where it is not. Both are reckoned once: `offset 0`,
   * for PostgreSQL would write them anew wherever they are named.
   */
  #known(from: ReadType, count: Count, of: Of): Sql {
    const counted = raw(this.#alias());
    const sum = count.sumOf === undefined ? undefined : sql`${counted}.parts`;
    const parts = count.sumOf === undefined ? empty : sql`, ${this.#named(from, count.sumOf, of)} as parts`;
    return sql`(select case when ${this.withholds(from, count, sql`${counted}.n`, of, sum)} then ${sum ?? sql`0`} else ${counted}.n end
      from (select ${this.#unseenOf(count, of)} as n${parts} offset 0) ${counted})`;
  }

  #unseenOf(count: Count, of: Of): Sql {
    const type = this.#catalog.typeOf(count.to);
    const { child, tables, condition } = this.#tied(count, type, of);
    const counted = (type.readable.countable ?? type.readable.visible)(child, this.#viewer);
    return sql`(select ${this.unseen(type, child)} from ${tables} where ${allOf([condition, counted, count.where?.(child, this.#viewer)])})`;
  }

  /** Names its parent, which the statement has beside it: no condition looks that up for each row. */
  #tied(relation: Count | ToMany, to: ReadType, of: Of): Tied {
    return tied(this.#catalog, relation, to, { ...of, seen: false }, this.#alias(), this.#viewer);
  }

  #alias(): string {
    return `_w${this.#aliases++}`;
  }
}
