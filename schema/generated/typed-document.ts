// Written by `npm run codegen`: change schema/operations instead.
import { parse } from 'graphql';
import type { DocumentTypeDecoration, TypedDocumentNode } from '@graphql-typed-document-node/core';

/** An operation that the hub trusts, for clients that read documents, such as Apollo Client and urql. */
export interface TypedDocument<Data, Variables> extends TypedDocumentNode<Data, Variables> {
  /** Sent in place of the text, by which the hub knows it as well. */
  readonly documentId: string;
}

/** The id alone, for clients that send nothing else and read no document. */
export type DocumentId<Data, Variables> = string & DocumentTypeDecoration<Data, Variables>;

export const trusted = <Data, Variables>(documentId: string, text: string): TypedDocument<Data, Variables> => ({
  ...parse(text, { noLocation: true }),
  documentId,
});
