// Written by `npm run codegen`: change schema/operations instead.

/** By which the hub knows an operation, with the types of its answer and of its variables, as `TypedDocumentNode` has them. */
export type DocumentId<Data, Variables> = string & { readonly __apiType?: (variables: Variables) => Data };

export type QueryId<Data, Variables> = DocumentId<Data, Variables> & { readonly __kind?: 'query' };

export type MutationId<Data, Variables> = DocumentId<Data, Variables> & { readonly __kind?: 'mutation' };
