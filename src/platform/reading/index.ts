export * from './declare.ts';
export { allOf, always, anyOf, empty, join, mine, never, now, prepare, raw, sql, Sql, type Alias } from './sql.ts';
export { Catalog, factKey, type ReadType } from './catalog.ts';
export { globalIdIn, parseGlobalId, toGlobalId } from './global-id.ts';
export { DEFAULT_PAGE, LARGEST_PAGE, type ListArguments, type Page } from './page.ts';
export { Reader, type PageSelection } from './reader.ts';
export type { PlainRow } from './rows.ts';
export type { Parent } from './statements.ts';
export { fieldsAsked, selectionFor, selectionOf, type Selection } from './selection.ts';
