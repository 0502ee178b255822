// Written by `npm run codegen`: change schema/operations instead.
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** An operation that the hub trusts: sent by its id, or by its text where any document is accepted. */
export interface TypedDocument<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  readonly id: string;
  readonly text: string;
}
