import type { NonEmptyArray } from 'type-graphql';
import type { Permissions } from '../auth/access.ts';
import type { AttemptKind } from '../config/index.ts';
import type { Html } from '../documents/index.ts';
import type { RequestContext } from '../request/index.ts';
import type { JobDeclaration, RightDependents } from '../commands/index.ts';
import type { Aggregates } from '../reading/aggregates/declare-aggregates.ts';
import type { Relations } from '../reading/declare.ts';
import type { EntityClass, Readable } from '../reading/readable.ts';
import type { Roots } from '../reading/roots.ts';
import type { Contributed } from './contribution.ts';
import type { MutationDeclaration } from './mutations/mutation.ts';

/** An invariant as SQL that must return no rows. */
export interface Check {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
}

export interface DownloadFile {
  /** As the person who gets it will read it, e.g. `志愿服务记录证明-2026-000128.pdf`. */
  readonly filename: string;
  /** One of `MEDIA_TYPES`. */
  readonly mediaType: string;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** A kind of file that is downloaded from `/files/…`, at an address made by `linkTo(context, name, id)`. */
export interface DownloadKind {
  /** E.g. `service-certificate`. */
  readonly name: string;
  readonly description: string;
  /** Decides by the rights of this moment, and throws NotFound for what the viewer may not know of. */
  readonly produce: (context: RequestContext, id: string) => Promise<DownloadFile>;
}

export interface PublicPage {
  /** False where what was asked for is not there; the page then says so. */
  readonly found: boolean;
  readonly title: string;
  readonly body: Html;
}

/** A page that anybody may open in a browser, for what is printed on paper or handed out: `GET /<name>/<param>`, in the language that the browser asks for. */
export interface PageKind {
  /** The first part of its address, e.g. `certificates`. */
  readonly name: string;
  readonly description: string;
  /** The query whose answer it shows, and as a call of which it counts: a page is no way round a bound on guessing. */
  readonly answers: string;
  /** The viewer is a guest. */
  readonly produce: (context: RequestContext, param: string) => Promise<PublicPage>;
  /** What follows when the form of the page is sent, by `POST` to the same address; a page without one has no form. */
  readonly submit?: (context: RequestContext, param: string, form: URLSearchParams) => Promise<PublicPage>;
}

/** All that a domain brings to the hub. */
export interface Domain {
  readonly name: string;
  readonly entities: readonly EntityClass[];
  readonly readables: readonly Readable[];
  readonly relations: readonly Relations[];
  /** What lists of its things can be grouped by. */
  readonly aggregates?: readonly Aggregates[];
  readonly roots: Roots;
  readonly mutations: readonly MutationDeclaration[];
  /** type-graphql resolver classes for what is not declared as data. */
  readonly resolvers: readonly NonEmptyArray<Function>[number][];
  readonly permissions: Permissions;
  readonly checks: readonly Check[];
  /** Queries by which one can guess, and what; mutations say so themselves. */
  readonly attempts?: Readonly<Record<string, AttemptKind>>;
  readonly downloads?: readonly DownloadKind[];
  readonly pages?: readonly PageKind[];
  /** What rests on the rights of people, and ends with them. */
  readonly rightDependents?: readonly RightDependents[];
  /** Background work. */
  readonly jobs?: readonly JobDeclaration[];
  /** What is for rooms that the platform does not know, e.g. what people may be told of: `NOTICE_KINDS.with(kinds)`. */
  readonly contributions?: readonly Contributed[];
}

/** What one part of a domain brings: an aggregate with its tables, fields, mutations, rights, checks and jobs. */
export type DomainPart = Partial<Omit<Domain, 'name'>>;

/**
 * A domain made of its parts, in their order.
 * @throws Error where two parts bring a root field or a permission of one name
 */
export function domainOf(name: string, parts: readonly DomainPart[]): Domain {
  return {
    name,
    entities: parts.flatMap((part) => part.entities ?? []),
    readables: parts.flatMap((part) => part.readables ?? []),
    relations: parts.flatMap((part) => part.relations ?? []),
    aggregates: parts.flatMap((part) => part.aggregates ?? []),
    roots: merged(name, parts, ({ roots }) => roots),
    mutations: parts.flatMap((part) => part.mutations ?? []),
    resolvers: parts.flatMap((part) => part.resolvers ?? []),
    permissions: merged(name, parts, ({ permissions }) => permissions),
    checks: parts.flatMap((part) => part.checks ?? []),
    attempts: merged(name, parts, ({ attempts }) => attempts),
    downloads: parts.flatMap((part) => part.downloads ?? []),
    pages: parts.flatMap((part) => part.pages ?? []),
    rightDependents: parts.flatMap((part) => part.rightDependents ?? []),
    jobs: parts.flatMap((part) => part.jobs ?? []),
    contributions: parts.flatMap((part) => part.contributions ?? []),
  };
}

function merged<Value>(
  domain: string,
  parts: readonly DomainPart[],
  of: (part: DomainPart) => Readonly<Record<string, Value>> | undefined,
): Record<string, Value> {
  const entries = parts.flatMap((part) => Object.entries(of(part) ?? {}));
  const twice = entries.map(([key]) => key).find((key, at, keys) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new Error(`Two parts of ${domain} bring ${twice}.`);
  return Object.fromEntries(entries);
}
