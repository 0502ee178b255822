import { getNamedType, isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { Unplannable } from './unplannable.ts';

/** An answer that resolvers would refuse: they name the field that is at fault. */
export class Fault extends Error {}

export function fault(): never {
  throw new Fault('A value is not of its type.');
}

/** Turns a value into what stands in the answer, as graphql-js completes it. */
export type Complete<R = void> = (value: unknown, run: R) => unknown;

/** Values in lists, or alone, as a type says. @param named does the same with one, which may be null */
export function completed<R>(type: GraphQLOutputType, named: Complete<R>): Complete<R> {
  if (isNonNullType(type)) {
    const inner = completed(type.ofType, named);
    return (value, run) => inner(value, run) ?? fault();
  }
  if (!isListType(type)) return named;
  const inner = completed(type.ofType, named);
  return (value, run) =>
    value == null ? null : Array.isArray(value) ? value.map((each) => inner(each, run)) : fault();
}

/** Of scalars and enums. @throws Unplannable for other types */
export function completionOf(type: GraphQLOutputType): Complete {
  const leaf = getNamedType(type);
  if (!isLeafType(leaf)) throw new Unplannable('abstract type', leaf.name);
  return completed<void>(type, (value) => {
    if (value == null) return null;
    if (value instanceof Error || value instanceof Promise || typeof value === 'function') return fault();
    return leaf.serialize(value) ?? fault();
  });
}

/** @throws Fault for what has no properties, or not yet */
export function objectIn(value: unknown): object {
  if (typeof value !== 'object' || value === null || value instanceof Promise || value instanceof Error) return fault();
  return value;
}
