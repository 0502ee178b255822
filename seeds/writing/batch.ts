import type { EntityClass, Writable } from './record.ts';
import type { Column, Table, Tables } from './tables.ts';

/** Long enough that the server is busy, short enough that no large text is ever built. */
const LINES_AT_ONCE = 500;

/** The rows of one table, in the text format of COPY. */
export class Portion {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly #chunks: Buffer[] = [];
  #lines: string[] = [];

  constructor(table: Table, columns: readonly Column[]) {
    this.table = table;
    this.columns = columns;
  }

  add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length === LINES_AT_ONCE) this.#pack();
  }

  chunks(): readonly Buffer[] {
    if (this.#lines.length > 0) this.#pack();
    return this.#chunks;
  }

  /** Bytes are a fraction of what the strings take of which a line is put together. */
  #pack(): void {
    this.#chunks.push(Buffer.from(`${this.#lines.join('\n')}\n`));
    this.#lines = [];
  }
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Rows of many tables that are to be written at once, encoded as they come, so that nothing else of them is kept. */
export class Batch {
  readonly #tables: Tables;
  readonly #portions = new Map<EntityClass, Portion>();
  readonly #statements: Statement[] = [];
  rows = 0;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** The columns are those of the first record of the entity: what it leaves undefined takes its default. */
  add<Entity extends object>(entity: EntityClass<Entity>, record: Writable<Entity>): void {
    const values = record as Readonly<Record<string, unknown>>;
    let portion = this.#portions.get(entity);
    if (!portion) {
      const table = this.#tables.of(entity);
      portion = new Portion(
        table,
        table.columns.filter((column) => values[column.property] !== undefined),
      );
      this.#portions.set(entity, portion);
    }
    const { columns } = portion;
    let line = '';
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      const value = values[column.property];
      if (value === undefined) throw new Error(`A record of ${entity.name} lacks ${column.property}.`);
      line += index === 0 ? column.encode(value) : `\t${column.encode(value)}`;
    }
    portion.add(line);
    this.rows += 1;
  }

  /** Runs when all rows of the batch are there, in the same transaction. */
  afterwards(text: string, values: readonly unknown[] = []): void {
    this.#statements.push({ text, values });
  }

  /** In an order that references allow. */
  portions(): Portion[] {
    return [...this.#portions.values()].sort((one, other) => one.table.rank - other.table.rank);
  }

  statements(): readonly Statement[] {
    return this.#statements;
  }
}
