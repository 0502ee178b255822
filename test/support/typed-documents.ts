import { Kind } from 'graphql';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';

/** A document of which nobody knows the types. */
export type AnyDocument = TypedDocument<Record<string, unknown>, Record<string, unknown>>;

const SUFFIX = 'Document';

/** The documents of a generated module, by the names of their operations. */
export function typedDocumentsOf(module: object): (readonly [operation: string, document: AnyDocument])[] {
  return Object.entries(module)
    .filter(([name]) => name.endsWith(SUFFIX))
    .map(([name, document]) => [name.slice(0, -SUFFIX.length), document as AnyDocument] as const);
}

export function isQuery({ definitions }: AnyDocument): boolean {
  return definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'query');
}
