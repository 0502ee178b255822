import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { collectFields, type Sources } from './collect.ts';
import { mustBeProperty, Unplannable } from './unplannable.ts';

/** An answer that resolvers would refuse: they name the field that is at fault. */
export class Fault extends Error {}

export function fault(): never {
  throw new Fault('A value is not of its type.');
}

/** Counts the objects of an answer while they are made. */
export interface Tally {
  made: number;
}

/** Turns a value into what stands in the answer, as graphql-js completes it. */
export type Complete = (value: unknown, tally: Tally) => unknown;

/** @throws Unplannable for a type whose fields are more than properties */
export function completionOf(sources: Sources, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isNonNullType(type)) {
    const inner = completionOf(sources, type.ofType, nodes);
    return (value, tally) => inner(value, tally) ?? fault();
  }
  if (isListType(type)) {
    const inner = completionOf(sources, type.ofType, nodes);
    return (value, tally) =>
      value == null ? null : Array.isArray(value) ? value.map((each) => inner(each, tally)) : fault();
  }
  if (isLeafType(type)) return leafOf(type);
  if (isObjectType(type)) return objectOf(sources, type, nodes);
  throw new Unplannable('abstract type', getNamedType(type).name);
}

function leafOf(type: GraphQLLeafType): Complete {
  return (value) => {
    if (value == null) return null;
    if (value instanceof Error || value instanceof Promise) return fault();
    return type.serialize(value) ?? fault();
  };
}

function objectOf(sources: Sources, type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
  const members = [...collectFields(sources, type, nodes)].map(([key, same]) => {
    const name = same[0]!.name.value;
    if (name === '__typename') return { key, name: undefined, complete: () => type.name };
    const field = type.getFields()[name]!;
    mustBeProperty(type.name, field);
    return { key, name, complete: completionOf(sources, field.type, same) };
  });
  return (value, tally) => {
    if (value == null) return null;
    if (typeof value !== 'object' || value instanceof Promise || value instanceof Error) return fault();
    tally.made += 1;
    const answer = Object.create(null) as Record<string, unknown>;
    for (const { key, name, complete } of members) {
      const found = name === undefined ? undefined : (value as Record<string, unknown>)[name];
      if (typeof found === 'function') return fault();
      answer[key] = complete(found, tally);
    }
    return answer;
  };
}
