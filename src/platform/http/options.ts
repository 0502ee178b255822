import type { AccessClaims, Authentication, Viewer } from '../auth/index.ts';
import type { Config } from '../config/index.ts';
import type { Database, DatabaseState } from '../database/index.ts';
import type { DownloadKind, GraphqlServer, PageKind } from '../graphql/index.ts';
import type { Logger } from '../observability/index.ts';
import type { RateLimiter } from '../rates/index.ts';
import type { Services, ConcurrencyLimiter } from '../request/index.ts';
import type { ClientConnections, ClosedConnection } from './connections/client-connections.ts';
import type { ExplorerTab } from './explorer/index.ts';
import type { ResponseWriter } from './answers/response-writer.ts';

export interface HttpOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly graphql: GraphqlServer;
  /** How it stands, from memory. */
  readonly databaseState: () => DatabaseState;
  readonly workStandsStillForMs: () => number;
  readonly rateLimiter: RateLimiter;
  readonly limiter: ConcurrencyLimiter;
  readonly authentication: Authentication;
  /** The viewer that an account is at this moment; null for one that is not active, or whose session is over. */
  readonly viewerOfAccount: (claims: AccessClaims, now: Date) => Promise<Viewer | null>;
  readonly downloads: readonly DownloadKind[];
  readonly pages: readonly PageKind[];
  readonly services: Services;
  /** Told of each connection that the hub closed: it sent too many requests ahead, or did not take what was answered, or see there. */
  readonly onClosed: (why: 'pipelined' | 'slow' | 'full' | ClosedConnection) => void;
  readonly clock: () => Date;
  /** The tabs that the explorer opens with; asked at each visit. */
  readonly explorerTabs: () => readonly ExplorerTab[];
}

/** The facilities that routes are given besides. */
export interface HttpFacilities extends HttpOptions {
  readonly connections: ClientConnections;
  readonly responses: ResponseWriter;
}
