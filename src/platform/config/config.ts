import type { CallerKind, Rates } from './rates.ts';
import type { MissingSetting } from './sign-in.ts';
import type { RequestShares, Shares } from './shares.ts';

/** The key that signs demonstration tokens. Public, hence refused wherever real data may be. */
export const DEMO_SIGNING_KEY = 'demo-signing-key-for-fictional-people-only';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface Limits {
  /** Tokens of a document. */
  readonly tokens: number;
  /** Nesting of fields. */
  readonly depth: number;
  /** Fields and fragments of a document, with its fragments opened. */
  readonly selections: number;
  /** Aliased fields of a document. */
  readonly aliases: number;
  /** Directives of a document. */
  readonly directives: number;
  /** Points that an operation may be reckoned to cost. */
  readonly cost: number;
}

/** Which queries are read by one planned statement: none, those of the clients' own operations, or all that come often. */
export type CompiledQueriesPolicy = 'off' | 'trusted' | 'frequent';

/** Whether whoever holds no role at work may send the stored operations of their clients alone. */
export type TrustedDocumentsPolicy = 'enforce' | 'allow-any';

export interface Config {
  /** Demonstration: no database was named and this is not production. */
  readonly demo: boolean;
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where a thread of its own tells of health besides; null where none does. */
  readonly healthPort: number | null;
  readonly logLevel: LogLevel;
  /** The address for the role that the hub works as. */
  readonly databaseUrl: string;
  /** The address for the role that owns the tables; null where the role of `databaseUrl` does. */
  readonly migrationDatabaseUrl: string | null;
  /** Where the hub is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** In which a statement must be given the locks that it asks for. */
  readonly lockTimeoutMs: number;
  /** Transactions at the same time. */
  readonly writes: Shares;
  readonly requestTimeoutMs: number;
  /** Requests that are worked on at the same time, and those that stand in line before them. */
  readonly requests: RequestShares;
  readonly connections: {
    /** Open at the same time. */
    readonly most: number;
    /** The most of these from one network that have shown no valid token. */
    readonly mostOfNetwork: number;
  };
  readonly answers: {
    /** Characters that may be read for one. */
    readonly most: number;
    /** In which it must be taken. */
    readonly takenWithinMs: number;
    /** Bytes of all answers that wait to be taken. */
    readonly mostBytes: number;
  };
  readonly migrateOnStart: boolean;
  readonly jobs: {
    /** Whether this process works; one that does not still serves, and enqueues for others. */
    readonly work: boolean;
    /** Jobs that this process does at once. */
    readonly atOnce: number;
  };
  readonly token: { readonly key: string; readonly issuer: string; readonly audience: string };
  readonly sessions: {
    readonly accessTokenSeconds: number;
    readonly refreshTokenDays: number;
    readonly keepSessionsDays: number;
    /** How long a link is good by which somebody sets up how they sign in. */
    readonly signInLinkHours: number;
    /** The logarithm of the rounds that a password is hashed with. */
    readonly passwordCost: number;
  };
  /** Null where nobody signs in by WeChat. */
  readonly wechat: { readonly baseUrl: string; readonly appId: string; readonly appSecret: string } | null;
  /** The identity provider of those who sign in by their work; null where there is none. */
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly subjectClaim: string;
  } | null;
  /** Whose pages a browser lets call the hub and read what it answers. */
  readonly corsOrigins: ReadonlySet<string>;
  readonly bodyLimitBytes: number;
  /** Largest file that is downloaded, and how long one may take. */
  readonly downloadLimitBytes: number;
  readonly downloadTimeoutMs: number;
  /** How long a stop still takes new requests after it has said that it is not ready. */
  readonly drainDelayMs: number;
  readonly drainTimeoutMs: number;
  readonly limits: Readonly<Record<CallerKind, Limits>>;
  readonly publicCache: {
    /** Off: whatever guests ask is answered anew, and nobody else may keep it. */
    readonly on: boolean;
    /** How long an answer is kept in the process, if nothing changes before. */
    readonly seconds: number;
    /** How long others may keep it. */
    readonly maxAgeSeconds: number;
    /** Answers that are kept, and their bytes. */
    readonly most: number;
    readonly mostBytes: number;
  };
  readonly trustedDocuments: TrustedDocumentsPolicy;
  readonly rates: Rates;
  /** Addresses and networks whose word on where a request came from is taken. */
  readonly trustedProxies: readonly string[];
  readonly compiledQueries: {
    readonly policy: CompiledQueriesPolicy;
    /** How often any other query must have come before it is compiled. */
    readonly after: number;
    /** What is compiled and kept for the clients' own queries, and for others. */
    readonly most: number;
  };
  /** Accesses that are known to be on record and are not written again. */
  readonly accessesRemembered: number;
  /** What was left out and something does not work without; nothing of a demonstration. */
  readonly missing: readonly MissingSetting[];
}

export class ConfigurationError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((each) => `  ${each}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
    this.mistakes = mistakes;
  }
}
