export { mikroOrmOptions, openDatabase, type Database, type DatabaseOptions, type RowArray } from './database.ts';
export { checkMigrations, checkServer, UnfitDatabase } from './requirements.ts';
export { Stored } from './stored.entity.ts';
