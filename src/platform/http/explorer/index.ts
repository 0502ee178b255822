export { explorer, type ExplorerOptions } from './explorer.ts';
export type { ExplorerTab } from './page.ts';
