/** What has changed of what a command writes, in words: fields of the schema, and what a stored query costs. */
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import type { Budget, Budgets } from '../budgets/budget.ts';
import { ROADS } from '../budgets/world.ts';

/** Each type, field, argument and value by its coordinate, with its type where it has one. */
function coordinatesOf(schema: GraphQLSchema): Map<string, string> {
  const found = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    found.set(type.name, '');
    if (isEnumType(type)) for (const { name } of type.getValues()) found.set(`${type.name}.${name}`, '');
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, String(field.type));
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        found.set(`${type.name}.${field.name}`, String(field.type));
        for (const argument of field.args)
          found.set(`${type.name}.${field.name}(${argument.name}:)`, String(argument.type));
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
    ...ROADS.flatMap((road) => [budget?.statements[road].length, budget && rowsOf(budget.statements[road])]),
  ];
}

const HEAD = ['operation', 'objects', ...ROADS.flatMap((road) => [`${road}: statements`, 'rows'])];

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
