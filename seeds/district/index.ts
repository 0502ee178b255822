import { makeDistrict, nameRights, openWorkshop } from '../generator/index.ts';
import { type Connection, writeBatch } from '../writing/index.ts';
import { districtPlan } from './plan.ts';

export interface DistrictOptions {
  readonly now: Date;
  /** How many districts of this size. */
  readonly districts?: number;
  /** 1/50 to 1: smaller ones of the same proportions. */
  readonly factor?: number;
  /** How many batches are written at the same time: one where the connection is no pool, and no more than the pool has. */
  readonly lanes?: number;
  readonly onProgress?: (rows: number, expected: number) => void;
}

/** Measured; near enough for a bar. */
const ROWS_OF_A_DISTRICT = 2_250_000;

/** Writes whole districts into empty tables, one after the other, so that the memory does not grow with their number. */
export async function loadDistricts(connection: Connection, options: DistrictOptions): Promise<number> {
  const { now, districts = 1, factor = 1, lanes = 1, onProgress } = options;
  const expected = districts * factor * ROWS_OF_A_DISTRICT;
  let rows = 0;
  const workshop = await openWorkshop({
    connection,
    now,
    lanes,
    write: (batch) => writeBatch(connection, batch),
    onWritten(more) {
      rows += more;
      onProgress?.(rows, expected);
    },
  });
  for (let number = 0; number < districts; number += 1) await makeDistrict(workshop, districtPlan(number, factor));
  await nameRights(connection);
  // Not analyze alone: what has been added to the search index lies in a heap beside it until then.
  await connection.query('vacuum (analyze)');
  return rows;
}
