/** The connection, filter and order types of a readable, made from its declaration by calling type-graphql's decorators. */
import { Field, getMetadataStorage, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { scalarOf, type CustomFilter, type FilterOperator, type ReadType } from '../reading/index.ts';
import { registerEnum } from './enum.graphql.ts';

export type Class = new () => object;
type TypeThunk = () => unknown;

/** A class made for the schema alone, under a name of its own. */
export function namedClass(name: string): Class {
  return { [name]: class {} }[name] as Class;
}

/** type-graphql wants a method to decorate; the schema's own resolve functions are attached after the build. */
export function methodNamed(resolver: Class, name: string): [object, string, PropertyDescriptor] {
  const proto = resolver.prototype as Record<string, unknown>;
  const descriptor: PropertyDescriptor = {
    configurable: true,
    value: () => {
      throw new Error(`No resolver is attached to ${name}.`);
    },
  };
  Object.defineProperty(proto, name, descriptor);
  return [proto, name, descriptor];
}

/** The class of a type or an input of the schema. */
export function typeClass(kind: typeof ObjectType | typeof InputType, name: string, description: string): Class {
  const made = namedClass(name);
  kind(name, { description })(made);
  return made;
}

@ObjectType({ description: 'Where a page stands in its list (分页信息).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows (是否有下一页).' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something precedes (是否有上一页).' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of the page (起始游标).' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row of the page (结束游标).' })
  readonly endCursor!: string | null;
}

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list runs (排序方向).',
  valuesConfig: { ASC: { description: 'Ascending (升序).' }, DESC: { description: 'Descending (降序).' } },
});

export interface ListTypes {
  readonly connection: Class;
  readonly where: Class | undefined;
  readonly order: Class | undefined;
}

export function listTypesOf(type: ReadType): ListTypes {
  return { connection: connectionOf(type), where: whereOf(type), order: orderOf(type) };
}

function connectionOf(type: ReadType): Class {
  const { name } = type;
  const edge = typeClass(ObjectType, `${name}Edge`, `One row of a list of ${name}, with its place.`);
  field(edge, 'cursor', () => String, 'Opaque place in the list (游标).');
  field(edge, 'node', () => type.entity, `The ${name}.`);
  const connection = typeClass(ObjectType, `${name}Connection`, `A page of a list of ${name}.`);
  field(connection, 'edges', () => [edge], 'Rows with their places (带游标的行).');
  field(connection, 'nodes', () => [type.entity], 'Rows alone (行).');
  field(connection, 'pageInfo', () => PageInfo, 'Where the page stands (分页信息).');
  field(connection, 'totalCount', () => Int, 'Rows of the whole list; counted only when asked for (总数).');
  return connection;
}

export function field(
  of: Class,
  name: string,
  type: TypeThunk,
  description: string,
  options: { nullable?: boolean; defaultValue?: unknown } = {},
): void {
  Field(type as () => typeof String, { description, ...options })(of.prototype as object, name);
}

function whereOf(type: ReadType): Class | undefined {
  const { filters = {}, customFilters = {}, search } = type.readable;
  const names = [...Object.keys(filters), ...Object.keys(customFilters)];
  if (names.length === 0 && !search) return undefined;
  const about = `Which ${type.name} to list: all that is given must hold (筛选条件).`;
  const where = typeClass(InputType, `${type.name}Where`, about);
  for (const [name, operators] of Object.entries(filters)) {
    const operand = operandOf(type, name);
    const filter = filterType(operand, operators as readonly FilterOperator[], type.columns.get(name)!.nullable);
    field(where, name, () => filter, `By: ${descriptionOf(type, name) ?? `${name}.`}`, { nullable: true });
  }
  for (const [name, custom] of Object.entries(customFilters)) {
    const filter = filterType(customOperand(custom), ['eq', 'in'], false);
    field(where, name, () => filter, custom.description, { nullable: true });
  }
  if (search) field(where, 'search', () => String, search.description, { nullable: true });
  field(where, 'and', () => [where], 'All of these must hold (并且).', { nullable: true });
  field(where, 'or', () => [where], 'At least one of these must hold (或者).', { nullable: true });
  field(where, 'not', () => where, 'This must not hold (非).', { nullable: true });
  return where;
}

function orderOf(type: ReadType): Class | undefined {
  const said = Object.entries(type.readable.orders ?? {}).map(([key, property]): [string, string] => [
    key,
    `By: ${descriptionOf(type, property) ?? descriptionOf(type, key.toLowerCase()) ?? `${key.toLowerCase().replaceAll('_', ' ')} (排序字段).`}`,
  ]);
  if (said.length === 0) return undefined;
  const values = Object.fromEntries(said.map(([key]) => [key, key]));
  const about = `What a list of ${type.name} can be ordered by (排序字段).`;
  registerEnum(values, `${type.name}OrderField`, about, Object.fromEntries(said));
  const order = typeClass(InputType, `${type.name}Order`, `One term of the order of a list of ${type.name} (排序).`);
  field(order, 'by', () => values, 'What to order by (排序字段).');
  field(order, 'direction', () => OrderDirection, 'Which way (排序方向).', { defaultValue: OrderDirection.ASC });
  return order;
}

/** What the schema says of a column or reference; nothing where it is not public. */
export function descriptionOf(type: ReadType, property: string): string | undefined {
  return type.fields.get(property)?.description ?? publishedAs(type, property)?.description;
}

function publishedAs({ entity }: ReadType, property: string) {
  return getMetadataStorage().fields.find((each) => each.target === entity && each.name === property);
}

interface Operand {
  readonly name: string;
  readonly type: unknown;
}

function customOperand(custom: CustomFilter): Operand {
  if (typeof custom.on === 'function') return { name: 'ID', type: ID };
  if (typeof custom.on === 'string') return { name: custom.on, type: { Int, String }[custom.on] };
  const known = enumOperand(custom.on);
  if (!known) throw new Error('A filter names an enum that is not registered.');
  return known;
}

export function operandOf(type: ReadType, property: string): Operand {
  const column = type.columns.get(property);
  if (!column) throw new Error(`${type.name} cannot be filtered by ${property}: it is no column.`);
  if (column.refersTo || property === 'id') return { name: 'ID', type: ID };
  const listed = enumOperand(publishedAs(type, property)?.getType());
  if (listed) return listed;
  const scalar = scalarOf(column);
  if (!scalar) throw new Error(`${type.name} cannot be filtered by ${property}: ${column.sqlType} has no filter.`);
  return { name: scalar.name, type: scalar };
}

/** Undefined for what is no enum of the schema. */
function enumOperand(values: unknown): Operand | undefined {
  const known = getMetadataStorage().enums.find((each) => each.enumObj === values);
  return known && { name: known.name, type: values };
}

const filterTypes = new Map<string, Class>();

/** Filters of one operand and the same operators share one input type. */
function filterType(operand: Operand, operators: readonly FilterOperator[], nullable: boolean): Class {
  const contains = operators.includes('contains');
  const range = operators.includes('gte') || operators.includes('lt');
  const mayBeNull = nullable && operators.includes('isNull');
  const name = `${operand.name}${contains ? 'Text' : range ? 'Range' : ''}${mayBeNull ? 'OrNull' : ''}Filter`;
  const known = filterTypes.get(name);
  if (known) return known;
  const about = `Conditions on a value of type ${operand.name}: all that are given must hold.`;
  const filter = typeClass(InputType, name, about);
  filterTypes.set(name, filter);
  const add = (operator: string, type: TypeThunk, description: string): void =>
    field(filter, operator, type, description, { nullable: true });
  add('eq', () => operand.type, 'Equal to this (等于).');
  if (operand.name !== 'Boolean') add('in', () => [operand.type], 'One of these, 200 at most (属于).');
  if (range) {
    add('gte', () => operand.type, 'This or later, or more (大于等于).');
    add('lt', () => operand.type, 'Earlier than this, or less (小于).');
  }
  if (contains) add('contains', () => operand.type, 'Holds this text; % and _ are plain letters (包含).');
  if (mayBeNull) add('isNull', () => Boolean, 'Is missing, or is not (是否为空).');
  return filter;
}
