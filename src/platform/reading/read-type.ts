/** What is known of a type that can be read. */
import type { ViewerShape } from '../auth/index.ts';
import type { FieldDeclaration } from './declare.ts';
import type { EntityClass, Readable } from './readable.ts';
import type { Sql, Table } from './sql.ts';

export interface Column {
  readonly property: string;
  /** In PostgreSQL, as conditions write it: `meeting_id`. */
  readonly name: string;
  readonly column: Sql;
  /** The type in PostgreSQL, e.g. `timestamptz(3)`. */
  readonly sqlType: string;
  readonly nullable: boolean;
  /** It holds names of an enum and nothing else. */
  readonly isEnum: boolean;
  /** The entity on the other side, where the column is a reference. */
  readonly refersTo: EntityClass | undefined;
}

/** The columns of an entity, as it describes them. */
export interface Columns {
  readonly columns: ReadonlyMap<string, Column>;
  /** The properties that lead to a row of an entity. */
  readonly references: ReadonlySet<string>;
}

/** A table as entities describe it. */
export interface StoredTable extends Columns {
  readonly table: Table;
}

/** What is known of one type: where its rows stand, its columns, and the fields that were declared for it. */
export interface ReadType extends Columns {
  /** Its table, or the query that stands for one to viewers of this shape. */
  readonly rows: (viewer: ViewerShape) => Sql;
  readonly name: string;
  readonly entity: EntityClass;
  readonly readable: Readable;
  readonly fields: Map<string, FieldDeclaration>;
}
