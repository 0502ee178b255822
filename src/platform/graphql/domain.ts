import type { NonEmptyArray } from 'type-graphql';
import type { Permissions } from '../auth/access.ts';
import type { EntityClass, Readable, Relations, Roots } from '../reading/declare.ts';
import type { MutationDeclaration } from './mutation.ts';

/** An invariant as SQL that must return no rows. */
export interface Check {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
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
}
