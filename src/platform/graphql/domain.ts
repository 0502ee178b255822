import type { NonEmptyArray } from 'type-graphql';
import type { Permissions } from '../auth/access.ts';
import type { AttemptKind } from '../config/index.ts';
import type { RequestContext } from '../request/index.ts';
import type { JobDeclaration } from '../commands/index.ts';
import type { EntityClass, Readable, Relations, Roots } from '../reading/declare.ts';
import type { MutationDeclaration } from './mutations/mutation.ts';
import type { NoticeKind } from './notice-kind.ts';

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

/** All that a domain brings to the hub. */
export interface Domain {
  readonly name: string;
  readonly entities: readonly EntityClass[];
  readonly readables: readonly Readable[];
  readonly relations: readonly Relations[];
  readonly roots: Roots;
  readonly mutations: readonly MutationDeclaration[];
  /** type-graphql resolver classes for what is not declared as data. */
  readonly resolvers: readonly (NonEmptyArray<Function>[number])[];
  readonly permissions: Permissions;
  readonly checks: readonly Check[];
  /** Queries by which one can guess, besides mutations that say so themselves. */
  readonly attempts?: Readonly<Record<string, AttemptKind>>;
  readonly downloads?: readonly DownloadKind[];
  /** What people may be told of. */
  readonly noticeKinds?: readonly NoticeKind[];
  /** Background work. */
  readonly jobs?: readonly JobDeclaration[];
}
