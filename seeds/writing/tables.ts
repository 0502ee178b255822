import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import { storedEntities } from '../../src/platform/database/index.ts';
import { encodeJson, encodeValue } from './copy-format.ts';
import type { EntityClass } from './record.ts';

export interface Column {
  readonly property: string;
  readonly name: string;
  readonly encode: (value: unknown) => string;
}

export interface Table {
  readonly name: string;
  /** As it stands in SQL. */
  readonly quoted: string;
  readonly columns: readonly Column[];
  /** Its place in an order in which every table comes after those that it refers to. */
  readonly rank: number;
}

/** The tables of the entities, as MikroORM knows them; what is a query alone has none. */
export class Tables {
  readonly #byEntity = new Map<unknown, Table>();
  readonly #byName = new Map<string, Table>();

  constructor(metadata: MetadataStorage) {
    const all = storedEntities(metadata);
    for (const [rank, meta] of inOrderOfReference(all).entries()) {
      const table = { name: meta.tableName, quoted: quoted(meta.tableName), columns: columnsOf(meta), rank };
      this.#byEntity.set(meta.class, table);
      this.#byName.set(table.name, table);
    }
  }

  of(entity: EntityClass): Table {
    const table = this.#byEntity.get(entity);
    if (!table) throw new Error(`${entity.name} is no entity of this database.`);
    return table;
  }

  /** Every table after those that it refers to. */
  inOrder(): Table[] {
    return [...this.#byName.values()].sort((one, other) => one.rank - other.rank);
  }
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function columnsOf(meta: EntityMetadata): Column[] {
  return meta.props.filter(isWritten).map((prop) => ({
    property: prop.name,
    name: quoted(prop.fieldNames[0]!),
    encode: /^jsonb?$/.test(prop.columnTypes[0]!) ? encodeJson : encodeValue,
  }));
}

function isWritten(prop: EntityProperty): boolean {
  return prop.persist !== false && !prop.generated && prop.fieldNames?.length === 1;
}

/** PostgreSQL looks at a notice as it is written, whether that is so of which it tells: nothing refers to it, and all else is there before. */
const LOOKED_AT_AS_WRITTEN = 'notice';

function inOrderOfReference(all: readonly EntityMetadata[]): EntityMetadata[] {
  const byClass = new Map<unknown, EntityMetadata>(all.map((meta) => [meta.class, meta]));
  const ordered = new Set<EntityMetadata>();
  const visit = (meta: EntityMetadata): void => {
    if (ordered.has(meta)) return;
    for (const prop of meta.props) {
      const target = prop.targetMeta && byClass.get(prop.targetMeta.class);
      if (target && target !== meta) visit(target);
    }
    ordered.add(meta);
  };
  const isLast = ({ tableName }: EntityMetadata): number => Number(tableName === LOOKED_AT_AS_WRITTEN);
  for (const meta of all.toSorted((one, other) => isLast(one) - isLast(other))) visit(meta);
  return [...ordered];
}
