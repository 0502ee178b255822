export { momentOf, momentText, type Moments } from './column-types.ts';
export { mikroOrmOptions, openDatabase, PLANNING, type Database, type DatabaseOptions, type RowArray, type StatementListener } from './database.ts';
export { ChangeListener } from './change-listener.ts';
export { editionStays, partStays, refusal } from './frozen.ts';
export { checkMigrations, checkServer, UnfitDatabase } from './requirements.ts';
export { Stored } from './stored.entity.ts';
export { CHANGES, tellsOfChange } from './tells-of-change.ts';
export { constraintOf } from './violation.ts';
export { StatementNames } from './statement-names.ts';
