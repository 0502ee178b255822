/** What has changed of what a command writes, in words: fields of the schema, and what a stored query costs. */
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import type { Budget, Budgets } from '../budgets/budget.ts';
import { FETCHERS } from '../budgets/world.ts';

/** What is said of a field, argument or value beside its name: type, default, whether it is deprecated. */
function termsOf({ type, defaultValue, deprecationReason }: Terms): string {
  return [
    ...(type ? [String(type)] : []),
    ...(defaultValue === undefined ? [] : [`= ${JSON.stringify(defaultValue)}`]),
    ...(deprecationReason == null ? [] : ['(deprecated)']),
  ].join(' ');
}

interface Terms {
  readonly type?: GraphQLType;
  readonly defaultValue?: unknown;
  readonly deprecationReason?: string | null | undefined;
}

/** Each type, field, argument, value and directive by its coordinate, with what is said of it; of a union its members. */
function coordinatesOf(schema: GraphQLSchema): Map<string, string> {
  const found = new Map<string, string>();
  for (const directive of schema.getDirectives()) {
    found.set(`@${directive.name}`, directive.locations.join(' | '));
    for (const argument of directive.args) found.set(`@${directive.name}(${argument.name}:)`, termsOf(argument));
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    found.set(type.name, isUnionType(type) ? type.getTypes().join(' | ') : '');
    if (isEnumType(type))
      for (const { name, deprecationReason } of type.getValues())
        found.set(`${type.name}.${name}`, termsOf({ deprecationReason }));
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, termsOf(field));
    if (isObjectType(type) || isInterfaceType(type)) {
      if (type.getInterfaces().length > 0) found.set(type.name, `implements ${type.getInterfaces().join(' & ')}`);
      for (const field of Object.values(type.getFields())) {
        found.set(`${type.name}.${field.name}`, termsOf(field));
        for (const argument of field.args)
          found.set(`${type.name}.${field.name}(${argument.name}:)`, termsOf(argument));
      }
    }
  }
  return found;
}

const typed = (coordinate: string, type: string): string => (type === '' ? coordinate : `${coordinate}: ${type}`);

/** `+`, `-` and `~` with what came, went and changed its type; of a type that came or went itself, without its fields. */
export function schemaChanges(before: string, after: string): string[] {
  const [old, present] = [coordinatesOf(buildSchema(before)), coordinatesOf(buildSchema(after))];
  const isOfOneOf = (names: Map<string, string>, coordinate: string): boolean => {
    const [type, field] = coordinate.split(/[.(]/);
    const isArgument = coordinate.endsWith(')');
    return (coordinate !== type && !names.has(type!)) || (isArgument && !names.has(`${type}.${field}`));
  };
  return [...new Set([...old.keys(), ...present.keys()])].toSorted().flatMap((coordinate) => {
    const [was, is] = [old.get(coordinate), present.get(coordinate)];
    if (was === is) return [];
    if (was === undefined) return isOfOneOf(old, coordinate) ? [] : [`+ ${typed(coordinate, is!)}`];
    if (is === undefined) return isOfOneOf(present, coordinate) ? [] : [`- ${typed(coordinate, was)}`];
    return [`~ ${coordinate}: ${was} → ${is}`];
  });
}

const rowsOf = (lines: readonly string[]): number =>
  lines.flatMap((line) => [...line.matchAll(/ (\d+)(?:,|$)/g)]).reduce((sum, [, rows]) => sum + Number(rows), 0);

function figuresOf(budget: Budget | undefined): (number | undefined)[] {
  return [
    budget?.objects,
    ...FETCHERS.flatMap((fetcher) => [
      budget?.statements[fetcher].length,
      budget && rowsOf(budget.statements[fetcher]),
    ]),
  ];
}

const HEAD = ['operation', 'objects', ...FETCHERS.flatMap((fetcher) => [`${fetcher}: statements`, 'rows'])];

/** A table, old → new, of the operations whose budget is another one. */
export function budgetChanges(before: Budgets['operations'], after: Budgets['operations']): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  const changed = names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => {
      const [old, present] = [figuresOf(before[name]), figuresOf(after[name])];
      const figures = old.map((was, at) =>
        was === present[at] ? String(was) : `${was ?? 'none'} → ${present[at] ?? 'none'}`,
      );
      return [name, ...figures];
    });
  if (changed.length === 0) return [];
  const rows = [HEAD, ...changed];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
