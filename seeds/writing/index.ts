export { Batch } from './batch.ts';
export { Loader } from './loader.ts';
export type { EntityClass, RecordOf, Writable } from './record.ts';
export { Tables } from './tables.ts';
export { insertRows, inTransaction, writeBatch, writeInto, type Connection } from './write.ts';
export { hubTables } from './hub-tables.ts';
export { emptyTables, isEmpty, missingTables } from './empty.ts';
