export { Stored } from './stored.entity.ts';
export { mikroOrmOptions, openDatabase, type Database, type DatabaseOptions, type RowArray } from './database.ts';
