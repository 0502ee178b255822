import { it } from 'vitest';
import type { Pool } from 'pg';

export interface Id {
  readonly id: string;
}

/** Rows of the old shape, which are planted before the migrations, and what has become of each of them. */
export class OldRows {
  readonly #pool: () => Pool;
  readonly #plants: (() => Promise<void>)[] = [];

  constructor(pool: () => Pool) {
    this.#pool = pool;
  }

  async plant(): Promise<void> {
    for (const plant of this.#plants) await plant();
  }

  readonly rows = async <Row extends object>(statement: string, ...values: unknown[]): Promise<Row[]> =>
    (await this.#pool().query<Row>(statement, values)).rows;

  readonly one = async <Row extends object>(statement: string, ...values: unknown[]): Promise<Row> => {
    const [row] = await this.rows<Row>(statement, ...values);
    if (!row) throw new Error(`Nothing in the demonstration for: ${statement}`);
    return row;
  };

  /** A row of the old shape, and what has become of it. */
  readonly fate = <Planted>(
    name: string,
    plant: () => Promise<Planted>,
    check: (planted: Planted) => Promise<void>,
  ): void => {
    let planted: Planted;
    this.#plants.push(async () => {
      planted = await plant();
    });
    it(name, () => check(planted));
  };
}
