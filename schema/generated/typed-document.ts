// Written by `npm run codegen`: change schema/operations instead.
import { parse, type DocumentNode } from 'graphql';

/** An operation that the hub trusts, for clients that read documents: a `TypedDocumentNode` of Apollo Client and urql. */
export interface TypedDocument<Data, Variables> extends DocumentNode {
  readonly __apiType?: (variables: Variables) => Data;
  /** Sent in place of the text, by which the hub knows it as well. */
  readonly documentId: string;
}

export const trusted = <Data, Variables>(documentId: string, text: string): TypedDocument<Data, Variables> => ({
  ...parse(text, { noLocation: true }),
  documentId,
});
