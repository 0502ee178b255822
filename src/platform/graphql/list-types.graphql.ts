/** The connection, filter and order types of a readable, made from its declaration by calling type-graphql's decorators. */
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, getMetadataStorage, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ReadType } from '../reading/index.ts';
import type { CustomFilter, FilterOperator } from '../reading/index.ts';

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
  const edge = namedClass(`${name}Edge`);
  ObjectType(`${name}Edge`, { description: `One row of a list of ${name}, with its place.` })(edge);
  field(edge, 'cursor', () => String, 'Opaque place in the list (游标).');
  field(edge, 'node', () => type.entity, `The ${name}.`);
  const connection = namedClass(`${name}Connection`);
  ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })(connection);
  field(connection, 'edges', () => [edge], 'Rows with their places (带游标的行).');
  field(connection, 'nodes', () => [type.entity], 'Rows alone (行).');
  field(connection, 'pageInfo', () => PageInfo, 'Where the page stands (分页信息).');
  field(connection, 'totalCount', () => Int, 'Rows of the whole list; counted only when asked for (总数).');
  return connection;
}

function field(
  of: Class,
  name: string,
  type: TypeThunk,
  description: string,
  options: { nullable?: boolean } = {},
): void {
  Field(type as () => typeof String, { description, ...options })(of.prototype as object, name);
}

function whereOf(type: ReadType): Class | undefined {
  const { filters = {}, customFilters = {} } = type.readable;
  const names = [...Object.keys(filters), ...Object.keys(customFilters)];
  if (names.length === 0) return undefined;
  const where = namedClass(`${type.name}Where`);
  InputType(`${type.name}Where`, {
    description: `Which ${type.name} to list: all that is given must hold (筛选条件).`,
  })(where);
  for (const [name, operators] of Object.entries(filters)) {
    const operand = operandOf(type, name);
    const filter = filterType(operand, operators as readonly FilterOperator[], type.columns.get(name)!.nullable);
    field(where, name, () => filter, `By: ${descriptionOf(type, name) ?? `${name}.`}`, { nullable: true });
  }
  for (const [name, custom] of Object.entries(customFilters)) {
    const filter = filterType(customOperand(custom), ['eq', 'in'], false);
    field(where, name, () => filter, custom.description, { nullable: true });
  }
  field(where, 'and', () => [where], 'All of these must hold (并且).', { nullable: true });
  field(where, 'or', () => [where], 'At least one of these must hold (或者).', { nullable: true });
  field(where, 'not', () => where, 'This must not hold (非).', { nullable: true });
  return where;
}

function orderOf(type: ReadType): Class | undefined {
  const orders = type.readable.orders ?? {};
  const keys = Object.keys(orders);
  if (keys.length === 0) return undefined;
  // The enum's value is the property that the rows are ordered by: its key is what clients see.
  const values = Object.fromEntries(keys.map((key) => [key, key]));
  registerEnumType(values, {
    name: `${type.name}OrderField`,
    description: `What a list of ${type.name} can be ordered by (排序字段).`,
    valuesConfig: Object.fromEntries(
      keys.map((key) => [
        key,
        {
          description: `By: ${descriptionOf(type, orders[key]!) ?? `${key.toLowerCase().replaceAll('_', ' ')} (排序字段).`}`,
        },
      ]),
    ),
  });
  const order = namedClass(`${type.name}Order`);
  InputType(`${type.name}Order`, { description: `One term of the order of a list of ${type.name} (排序).` })(order);
  field(order, 'by', () => values, 'What to order by (排序字段).');
  Field(() => OrderDirection, { description: 'Which way (排序方向).', defaultValue: OrderDirection.ASC })(
    order.prototype as object,
    'direction',
  );
  return order;
}

/** What the schema says of a column or reference; nothing where it is not public. */
export function descriptionOf(type: ReadType, property: string): string | undefined {
  const declared = type.fields.get(property);
  return (
    declared?.description ??
    getMetadataStorage().fields.find((each) => each.target === type.entity && each.name === property)?.description
  );
}

interface Operand {
  readonly name: string;
  readonly type: unknown;
}

function customOperand(custom: CustomFilter): Operand {
  if (custom.on === 'ID') return { name: 'ID', type: ID };
  if (custom.on === 'Int') return { name: 'Int', type: Int };
  if (custom.on === 'String') return { name: 'String', type: String };
  return enumOperand(custom.on);
}

export function operandOf(type: ReadType, property: string): Operand {
  const column = type.columns.get(property);
  if (!column) throw new Error(`${type.name} cannot be filtered by ${property}: it is no column.`);
  if (column.refersTo || property === 'id') return { name: 'ID', type: ID };
  const declared = getMetadataStorage().fields.find((each) => each.target === type.entity && each.name === property);
  const published = declared?.getType() as unknown;
  if (
    typeof published === 'object' &&
    published !== null &&
    getMetadataStorage().enums.some((each) => each.enumObj === published)
  ) {
    return enumOperand(published);
  }
  switch (column.sqlType.replace(/\(.*/, '')) {
    case 'text':
      return { name: 'String', type: String };
    case 'smallint':
    case 'int':
      return { name: 'Int', type: Int };
    case 'date':
      return { name: 'Date', type: GraphQLDate };
    case 'timestamptz':
      return { name: 'DateTime', type: GraphQLDateTime };
    case 'boolean':
      return { name: 'Boolean', type: Boolean };
    default:
      throw new Error(`${type.name} cannot be filtered by ${property}: ${column.sqlType} has no filter.`);
  }
}

function enumOperand(values: object): Operand {
  const known = getMetadataStorage().enums.find((each) => each.enumObj === values);
  if (!known) throw new Error('A filter names an enum that is not registered.');
  return { name: known.name, type: values };
}

const filterTypes = new Map<string, Class>();

/** Filters of one operand and the same operators share one input type. */
function filterType(operand: Operand, operators: readonly FilterOperator[], nullable: boolean): Class {
  const contains = operators.includes('contains');
  const range = operators.includes('gte') || operators.includes('lt');
  const mayBeNull = nullable && operators.includes('isNull');
  const name = `${operand.name}${contains ? 'Text' : range ? 'Range' : ''}${mayBeNull ? 'OrNull' : ''}Filter`;
  let filter = filterTypes.get(name);
  if (filter) return filter;
  filter = namedClass(name);
  filterTypes.set(name, filter);
  InputType(name, { description: `Conditions on a value of type ${operand.name}: all that are given must hold.` })(
    filter,
  );
  const add = (operator: string, type: TypeThunk, description: string): void =>
    field(filter!, operator, type, description, { nullable: true });
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
