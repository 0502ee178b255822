export { momentOf, momentText, type Moments } from './column-types.ts';
export {
  MIGRATIONS_TABLE,
  mikroOrmOptions,
  openDatabase,
  PLANNING,
  type Database,
  type DatabaseOptions,
  type RowArray,
  type StatementListener,
  watchful,
} from './database.ts';
export {
  CommitInDoubt,
  ConnectionLost,
  databaseFaultOf,
  isCrowded,
  OthersInTheWay,
  PLAN_OUTDATED,
  type DatabaseFault,
} from './faults.ts';
export { Connections, type ConnectionCounts } from './lending/connections.ts';
export { clockOf, HubClock, type ClockReading } from './clock.ts';
export { explained, type ExplainedText } from './explained.ts';
export { DatabaseWatch, type DatabaseState } from './watch.ts';
export { ChangeListener } from './change-listener.ts';
export { DECIDED_BY_ANOTHER, decidedByAnother, keptBy, writtenBefore } from './kept-by.ts';
export { memberOf, membersThatAre, type MembersThatAre } from './member-of.ts';
export { editionStays, olderStays, partStays, refusal, refusesAlways } from './frozen.ts';
export { migrateAlone, MIGRATION_LOCK_TIMEOUT_MS, untilLocksAreFree } from './migrating.ts';
export { checkMigrations, checkServer, UnfitDatabase } from './requirements.ts';
export { loginOf } from './roles/login.ts';
export { ROW_PRIVILEGES, type LimitedTables, type RowPrivilege } from './roles/privileges.ts';
export { roleAtWork, type RoleAtWork } from './roles/role-at-work.ts';
export { settleApplicationRole } from './roles/settle-application-role.ts';
export { inTermsOf, troubleOf } from './trouble.ts';
export { LINE_COLUMNS, OneLine, type LineColumn } from './one-line.ts';
export { Stored, storedEntities } from './stored.entity.ts';
export { CHANGES, tellsOfChange } from './tells-of-change.ts';
export { constraintOf } from './violation.ts';
export { StatementNames } from './statement-names.ts';
