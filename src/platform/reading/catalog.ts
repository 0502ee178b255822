import { GraphQLBoolean, GraphQLInt, GraphQLString, type GraphQLScalarType } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { ReferenceKind, type EntityMetadata, type MetadataStorage } from '@mikro-orm/core';
import type { ViewerShape } from '../auth/index.ts';
import type { Aggregates } from './aggregates/declare-aggregates.ts';
import { groupingOf, type Grouping } from './aggregates/grouping.ts';
import type { Computed, Fact, FieldDeclaration, Relations, ToNode } from './declare.ts';
import type { PartsInDisclosure } from './disclosure/parts.ts';
import { isIdPrefix } from './global-id.ts';
import type { EntityClass, Readable } from './readable.ts';
import type { Column, Columns, ReadType, StoredTable } from './read-type.ts';
import type { Roots } from './roots.ts';
import { Scope, type AtHand } from './scope/scope.ts';
import { prepare, raw, sql, table, type Prepared, type Sql } from './sql.ts';

export type { Column, ReadType } from './read-type.ts';

/** The name under which a row brings those whom it tells of: no field of the schema is called so. */
export const SUBJECTS = '#subjects';

export class Catalog {
  readonly types = new Map<EntityClass, ReadType>();
  readonly byName = new Map<string, ReadType>();
  readonly byPrefix = new Map<string, ReadType>();
  readonly tables = new Map<EntityClass, StoredTable>();
  readonly #columns = new Map<EntityClass, Columns>();
  readonly #tableNames = new Set<string>();
  /** Types without a table of their own, such as payloads: their declared fields hang on ids that the object holds. */
  readonly objects = new Map<EntityClass, Map<string, FieldDeclaration>>();
  readonly objectsByName = new Map<string, ReadonlyMap<string, FieldDeclaration>>();
  readonly roots: Roots;
  /** What can be asked of the groups of a type, of those that may be grouped. */
  readonly groupings = new Map<ReadType, Grouping>();
  /** What the parts of viewers are told of all this. */
  readonly disclosure: PartsInDisclosure;

  constructor(
    metadata: MetadataStorage,
    declared: {
      readables: readonly Readable[];
      relations: readonly Relations[];
      aggregates?: readonly Aggregates[];
      roots: Roots;
      disclosure: PartsInDisclosure;
    },
  ) {
    this.disclosure = declared.disclosure;
    for (const meta of metadata.getAll().values()) {
      const entity = meta.class as unknown as EntityClass;
      const columns = columnsOf(meta);
      const references = new Set([...columns.values()].filter((each) => each.refersTo).map((each) => each.property));
      this.#columns.set(entity, { columns, references });
      if (meta.virtual) continue;
      this.tables.set(entity, { table: table(meta.tableName), columns, references });
      this.#tableNames.add(meta.tableName);
    }
    for (const each of declared.readables) this.#addReadable(each);
    for (const { from, fields } of declared.relations) {
      for (const [name, field] of Object.entries(fields)) this.#addField(from, name, field);
    }
    for (const each of declared.aggregates ?? []) {
      const type = this.#must(each.of, 'an aggregate');
      if (this.groupings.has(type)) throw new Error(`The groups of ${type.name} are declared twice.`);
      this.groupings.set(type, groupingOf(this, type, each));
    }
    this.roots = declared.roots;
    for (const [name, root] of Object.entries(declared.roots))
      if (root.kind !== 'object') this.#must(root.of, `root field ${name}`);
  }

  typeOf(entity: EntityClass): ReadType {
    return this.#must(entity, 'a relation');
  }

  columnOf(entity: EntityClass, property: string): Column {
    const column = this.#columns.get(entity)?.columns.get(property);
    if (!column) throw new Error(`${entity.name}.${property} is no column.`);
    return column;
  }

  /** @throws where a table is named that is none: kept answers would outlive its changes */
  prepare(query: Sql): Prepared {
    const prepared = prepare(query);
    const unknown = [...prepared.tables].filter((name) => !this.#tableNames.has(name));
    if (unknown.length > 0) throw new Error(`There is no table ${unknown.join(', ')}.`);
    return prepared;
  }

  #must(entity: EntityClass, where: string): ReadType {
    const type = this.types.get(entity);
    if (!type) throw new Error(`${entity.name} is used by ${where} but is not declared readable.`);
    return type;
  }

  #addReadable(readable: Readable): void {
    const known = this.#columns.get(readable.entity);
    if (!known) throw new Error(`${readable.entity.name} is declared readable but is no entity.`);
    const { source } = readable;
    const stored = this.tables.get(readable.entity)?.table;
    const rows = source ? (viewer: ViewerShape) => sql`(${source(viewer)})` : stored && (() => stored);
    if (!rows) throw new Error(`${readable.entity.name} has neither a table nor a source.`);
    if (!isIdPrefix(readable.prefix))
      throw new Error(
        `The id prefix ${readable.prefix} is not in kebab-case: no id of ${readable.entity.name} would be one.`,
      );
    if (this.byPrefix.has(readable.prefix)) throw new Error(`Two types use the id prefix ${readable.prefix}.`);
    const type: ReadType = {
      ...known,
      rows,
      name: readable.entity.name,
      entity: readable.entity,
      readable,
      fields: new Map(),
    };
    const orders = [...Object.values(readable.orders ?? {}), ...readable.defaultOrder.map((term) => term.by)];
    for (const property of orders) {
      const column = this.columnOf(readable.entity, property);
      if (column.nullable) throw new Error(`${type.name} cannot be ordered by ${property}: it may be null.`);
    }
    this.types.set(readable.entity, type);
    this.byName.set(type.name, type);
    this.byPrefix.set(readable.prefix, type);
  }

  #addField(from: EntityClass, name: string, field: FieldDeclaration): void {
    const type = this.types.get(from);
    let fields = type?.fields ?? this.objects.get(from);
    if (!fields) {
      this.objects.set(from, (fields = new Map()));
      this.objectsByName.set(from.name, fields);
    }
    if (fields.has(name)) throw new Error(`${from.name}.${name} is declared twice.`);
    if (field.kind === 'node') for (const column of [field.prefix, field.id]) this.columnOf(from, column);
    else if (field.kind !== 'computed') this.#checkLink(from, name, field, type !== undefined);
    fields.set(name, field);
  }

  #checkLink(
    from: EntityClass,
    name: string,
    field: Exclude<FieldDeclaration, Computed | ToNode>,
    stored: boolean,
  ): void {
    this.#must(field.to, `${from.name}.${name}`);
    if (field.kind === 'several') {
      if (stored) throw new Error(`${from.name}.${name}: a type with a table has connections.`);
    } else if (field.kind !== 'one' && (field.parent === undefined) !== stored) {
      throw new Error(`${from.name}.${name}: a list names its parent where, and only where, the type has no table.`);
    } else if ('by' in field.link) {
      if (field.kind === 'one' && stored) this.columnOf(from, field.link.by);
      if (field.kind !== 'one') this.columnOf(field.to, field.link.by);
    } else if ('backBy' in field.link) {
      this.columnOf(field.to, field.link.backBy);
    } else if (!stored) {
      throw new Error(`${from.name}.${name}: a type without a table can only refer by an id that it holds.`);
    } else if ('through' in field.link) {
      this.columnOf(field.link.through.link, field.link.through.from);
      this.columnOf(field.link.through.link, field.link.through.to);
    }
  }
}

/** A row of the type in a statement. */
export function scopeOf({ references }: ReadType, alias: string, atHand?: AtHand): Scope {
  return new Scope(alias, references, atHand);
}

function identifier(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

function columnsOf(meta: EntityMetadata): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const prop of meta.props) {
    const isReference = prop.kind === ReferenceKind.MANY_TO_ONE || prop.kind === ReferenceKind.ONE_TO_ONE;
    if (prop.kind !== ReferenceKind.SCALAR && !isReference) continue;
    if (prop.fieldNames?.length !== 1) continue;
    columns.set(prop.name, {
      property: prop.name,
      name: prop.fieldNames[0]!,
      column: identifier(prop.fieldNames[0]!),
      sqlType: prop.columnTypes[0]!,
      nullable: prop.nullable ?? false,
      isEnum: prop.enum === true && prop.columnTypes[0] === 'text',
      refersTo: isReference ? (prop.targetMeta!.class as unknown as EntityClass) : undefined,
    });
  }
  return columns;
}

/**
 * The name under which a fact of a computed field stands in a row: its column where it is one. SQL that several
 * fields of a type share stands there once.
 */
export function factKey(type: ReadType, field: string, name: string, fact: Fact): string {
  if (typeof fact === 'string') return fact;
  for (const [other, declared] of type.fields) {
    if (declared.kind !== 'computed') continue;
    for (const [each, source] of Object.entries(declared.facts)) if (source === fact) return `${other}.${each}`;
  }
  return `${field}.${name}`;
}

const SCALARS: Readonly<Record<string, GraphQLScalarType>> = {
  timestamptz: GraphQLDateTime,
  date: GraphQLDate,
  text: GraphQLString,
  smallint: GraphQLInt,
  int: GraphQLInt,
  boolean: GraphQLBoolean,
};

/** The type of the schema that has the values of such a column, apart from ids and enums; undefined where none has them as they are. */
export const scalarOf = ({ sqlType }: Column): GraphQLScalarType | undefined => SCALARS[sqlType.replace(/\(.*/, '')];

export const isMoment = ({ sqlType }: Pick<Column, 'sqlType'>): boolean => sqlType.startsWith('timestamptz');

/** The SQL of one named value of a row: a column, or a fact of a computed field. */
export function valueOf(type: ReadType, key: string, row: Scope, viewer: ViewerShape): Sql {
  const column = type.columns.get(key);
  if (column) return columnOf(type, column, row, viewer);
  if (key === SUBJECTS) return sql`(${type.readable.recorded!.subjects!(row)})`;
  const dot = key.indexOf('.');
  const field = type.fields.get(key.slice(0, dot));
  const fact = field?.kind === 'computed' ? field.facts[key.slice(dot + 1)] : undefined;
  if (typeof fact !== 'function') throw new Error(`${type.name} has no value ${key}.`);
  return sql`(${fact(row, viewer)})`;
}

function columnOf(
  { readable: { lookUp } }: ReadType,
  { property, column }: Column,
  row: Scope,
  viewer: ViewerShape,
): Sql {
  const value = sql`${row}.${column}`;
  const masked = lookUp?.clear && (lookUp.masked[property as never] as ((column: Sql) => Sql) | undefined);
  return masked ? sql`case when ${lookUp!.clear!(row, viewer)} then ${value} else ${masked(value)} end` : value;
}
