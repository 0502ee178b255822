export * from './aggregates/declare-aggregates.ts';
export type { Grouping } from './aggregates/grouping.ts';
export * from './declare.ts';
export * from './readable.ts';
export * from './roots.ts';
export {
  allOf,
  always,
  anyOf,
  empty,
  join,
  never,
  now,
  prepare,
  raw,
  sql,
  Sql,
  table,
  today,
  unlessNever,
  viewerIds,
  viewerParameter,
  type Alias,
} from './sql.ts';
export { Catalog, scalarOf, type ReadType } from './catalog.ts';
export { Cursors, CURSORS } from './cursors.ts';
export { forEach, type Placed } from './for-each.ts';
export { globalIdIn, parseGlobalId, toGlobalId } from './global-id.ts';
export { DEFAULT_PAGE, LARGEST_PAGE, type GroupArguments, type ListArguments } from './list.ts';
export { PAGE_FIELDS, type FetchedPage } from './result/fetched.ts';
export { fragmentsOf, variablesGivenTo } from './plan/collect.ts';
export type { PropertyOf, ReferenceOf } from './scope/properties.ts';
export { Scope } from './scope/scope.ts';
export { Fault } from './plan/complete.ts';
export { PlannedQuery, Plans, type BoundPlan } from './plan/planned-query.ts';
export { Unplannable } from './plan/unplannable.ts';
export type { Dependence } from './statement/dependence.ts';
export { OutOfDate, StatementFetcher, Unmapped, type StatementRead } from './statement/statement-fetcher.ts';
export { ObjectNode, RowNode } from './plan/plan.ts';
export { fieldReader, rootReader } from './batches/read-field.ts';
export { theGroupsOf, theNumberOf } from './batches/names-of-reads.ts';
export { fetchByBatches } from './batches/batch-fetcher.ts';
export { Reader } from './batches/reader.ts';
export { noteSubjects } from './disclosure/recorded.ts';
export type { PlainRow } from './rows.ts';
export { refuseUnstorableIn } from './storable.ts';
export { SMALL_GROUP } from './disclosure/withheld.ts';
export type { PartsInDisclosure } from './disclosure/parts.ts';
export { mayBeRefused, toldOfList, type Told } from './disclosure/told.ts';
export { selectionFor, type Selection } from './selection.ts';
