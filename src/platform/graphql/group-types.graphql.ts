/** The types of the groups of a list, made from the figures that are declared of its rows. */
import { Arg, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LARGEST_PAGE, type Grouping, type ReadType } from '../reading/index.ts';
import { descriptionOf, methodNamed, operandOf, typeClass, type Class } from './list-types.graphql.ts';

/** Gives a connection its groups. */
export function declareGroups(type: ReadType, { measures, dimensions }: Grouping, connection: Class): void {
  const { name } = type;
  const group = typeClass(ObjectType, `${name}Group`, `Those of a list of ${name} that have the same values (分组).`);
  for (const { field, column, refersTo } of dimensions.values())
    Field((refersTo ? () => ID : () => operandOf(type, column.property).type) as () => typeof String, {
      nullable: true,
      description: `Of all in the group: ${descriptionOf(type, column.property)} Null where they have none, or the groups are not by it.`,
    })(group.prototype as object, field);
  for (const [measure, { description }] of measures)
    Field(() => Int, { description })(group.prototype as object, measure);

  const groups = typeClass(ObjectType, `${name}Groups`, `Groups of a list of ${name}, the largest first (分组统计).`);
  Field(() => [group], { description: 'Groups that have something in them (各组).' })(
    groups.prototype as object,
    'nodes',
  );
  Field(() => Boolean, { description: 'Whether there are more groups than these (是否还有其他组).' })(
    groups.prototype as object,
    'hasMore',
  );

  const keys = [...dimensions.keys()];
  const values = Object.fromEntries(keys.map((key) => [key, key]));
  registerEnumType(values, {
    name: `${name}Dimension`,
    description: `By what a list of ${name} can be grouped (分组维度).`,
    valuesConfig: Object.fromEntries(
      [...dimensions].map(([key, { column }]) => [key, { description: `By: ${descriptionOf(type, column.property)}` }]),
    ),
  });
  const method = methodNamed(connection, 'groupedAggregates');
  const [proto] = method;
  Arg('groupBy', () => [values], { description: 'By what, 1 to 3 of them (分组维度).' })(proto, 'groupedAggregates', 0);
  Arg('first', () => Int, {
    nullable: true,
    defaultValue: LARGEST_PAGE,
    description: `How many groups, 1 to ${LARGEST_PAGE} (前几组).`,
  })(proto, 'groupedAggregates', 1);
  Field(() => groups, {
    description: 'All rows of the list, whatever its page, counted by what they have in common (分组统计).',
  })(...method);
}
