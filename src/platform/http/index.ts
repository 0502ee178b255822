export type { ExplorerTab } from './explorer/index.ts';
export type { HttpOptions } from './options.ts';
export { createHttpServer, type HttpServer } from './server.ts';
