import { describeEntities } from '../../src/app.ts';
import { Tables } from './tables.ts';

let described: Tables | undefined;

/** The tables of the hub; known without a database. */
export function hubTables(): Tables {
  described ??= new Tables(describeEntities().getMetadata());
  return described;
}
