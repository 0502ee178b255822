/** What a question about the schema weighs, before it is answered. */
import {
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { TooCostly } from '../../errors/index.ts';
import { keptIn } from '../../memory/index.ts';
import { fragmentsOf } from '../../reading/index.ts';

/** How much of everything there is in a schema. */
interface Sizes {
  readonly types: number;
  readonly directives: number;
  readonly fields: number;
  readonly inputFields: number;
  readonly enumValues: number;
  readonly args: number;
  /** Of one type, or field, at most. */
  readonly most: {
    readonly fields: number;
    readonly inputFields: number;
    readonly enumValues: number;
    readonly args: number;
    readonly types: number;
  };
}

/** What is asked of so many, which are all there are of their kind or any. */
interface Many {
  readonly times: number;
  readonly all: boolean;
  /** How often `ofType` stands above: a list of things that are there, which is there itself, is wrapped three times, and nothing more often. */
  readonly unwrapped: number;
}

/** A description is as long as some of the other values together. */
const DESCRIPTION = 8;
const DEEPEST_WRAPPING = 3;
/** Tools ask for it in several ways, of which none weighs twice as much as the one that asks for everything. */
const MOST = 2;
/** What it counts against limits and rates when everything is asked for once. */
const POINTS = 5_000;

type Fragments = ReturnType<typeof fragmentsOf>;

const sizesOfSchemas = new WeakMap<GraphQLSchema, { readonly sizes: Sizes; readonly everything: number }>();

/** Weighs a root field that tells of the schema, of a document that asks for no more than it may. */
export function weigh(schema: GraphQLSchema, { name, selectionSet }: FieldNode, fragments: Fragments): number {
  return name.value === '__typename'
    ? 0
    : weighSet({ sizes: knownOf(schema).sizes, fragments }, selectionSet, { times: 1, all: false, unwrapped: 0 });
}

export function pointsOf(schema: GraphQLSchema, weight: number): number {
  return weight === 0 ? 0 : Math.ceil((weight * POINTS) / knownOf(schema).everything);
}

/** @throws TooCostly where so much of the schema is asked for that no tool needs it */
export function refuseRepeated(schema: GraphQLSchema, weight: number): void {
  if (weight <= MOST * knownOf(schema).everything) return;
  throw new TooCostly({
    zh: '一次请求查询的模式内容过多。',
    en: 'This asks for more of the schema than there is: ask for it once.',
  });
}

/**
 * The same of a document of which nobody knows yet whether it is valid, but that its fragments end and that it is within the limits: to find
 * that out of what repeats the schema takes longer than to weigh it. @throws TooCostly
 */
export function refuseRepeatedIn(schema: GraphQLSchema, document: DocumentNode): void {
  const fragments = fragmentsOf(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { selections } = definition.selectionSet;
    const roots = selections.filter((each) => each.kind === Kind.FIELD && /^__(?:schema|type)$/.test(each.name.value));
    let weight = 0;
    for (const root of roots) weight += weigh(schema, root as FieldNode, fragments);
    refuseRepeated(schema, weight);
  }
}

/** Whether an operation asks for nothing but what the schema is: its answer is then the same for whoever may have it. */
export function isIntrospection({ selectionSet: { selections }, operation }: OperationDefinitionNode): boolean {
  return (
    operation === 'query' && selections.every((each) => each.kind === Kind.FIELD && each.name.value.startsWith('__'))
  );
}

function knownOf(schema: GraphQLSchema): { readonly sizes: Sizes; readonly everything: number } {
  return keptIn(sizesOfSchemas, schema, () => {
    const sizes = sizesOf(schema);
    const whole = parse(
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    );
    return { sizes, everything: weighDocument(sizes, whole) };
  });
}

function weighDocument(sizes: Sizes, document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!;
  const { selectionSet } = operation.selectionSet.selections[0] as FieldNode;
  return weighSet({ sizes, fragments }, selectionSet, { times: 1, all: false, unwrapped: 0 });
}

interface Weighing {
  readonly sizes: Sizes;
  readonly fragments: Fragments;
}

function weighSet(weighing: Weighing, set: SelectionSetNode | undefined, of: Many, opened = new Set<string>()): number {
  const { sizes, fragments } = weighing;
  if (of.times === 0) return 0;
  let weight = 0;
  for (const each of set?.selections ?? []) {
    if (each.kind === Kind.FIELD) {
      weight += of.times * (each.name.value === 'description' ? DESCRIPTION : 1);
      if (each.selectionSet) weight += weighSet(weighing, each.selectionSet, manyOf(sizes, each.name.value, of));
    } else {
      if (each.kind === Kind.FRAGMENT_SPREAD && opened.has(each.name.value)) continue;
      if (each.kind === Kind.FRAGMENT_SPREAD) opened.add(each.name.value);
      weight += weighSet(
        weighing,
        each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments[each.name.value]?.selectionSet,
        of,
        opened,
      );
    }
  }
  return weight;
}

function manyOf({ most, ...sizes }: Sizes, field: string, { times, all, unwrapped }: Many): Many {
  switch (field) {
    case 'types':
      return { times: sizes.types, all: true, unwrapped: 0 };
    case 'directives':
      return { times: sizes.directives, all: false, unwrapped: 0 };
    case 'fields':
    case 'inputFields':
    case 'enumValues':
      return { times: all ? sizes[field] : times * most[field], all: all && field === 'fields', unwrapped: 0 };
    case 'args':
      return { times: all ? sizes.args : times * most.args, all: false, unwrapped: 0 };
    case 'possibleTypes':
    case 'interfaces':
      return { times: all ? sizes.types : times * most.types, all: false, unwrapped: 0 };
    case 'ofType':
      return { times: unwrapped < DEEPEST_WRAPPING ? times : 0, all: false, unwrapped: unwrapped + 1 };
    default:
      return { times, all: false, unwrapped: 0 };
  }
}

function sizesOf(schema: GraphQLSchema): Sizes {
  const types = Object.values(schema.getTypeMap());
  const counts = { fields: [0], inputFields: [0], enumValues: [0], args: [0] };
  for (const type of types) {
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      counts.fields.push(fields.length);
      counts.args.push(...fields.map(({ args }) => args.length));
    } else if (isInputObjectType(type)) {
      counts.inputFields.push(Object.keys(type.getFields()).length);
    } else if (isEnumType(type)) {
      counts.enumValues.push(type.getValues().length);
    }
  }
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  const top = (all: readonly number[]): number => all.reduce((one, other) => Math.max(one, other), 0);
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: sum(counts.fields),
    inputFields: sum(counts.inputFields),
    enumValues: sum(counts.enumValues),
    args: sum(counts.args),
    most: {
      fields: top(counts.fields),
      inputFields: top(counts.inputFields),
      enumValues: top(counts.enumValues),
      args: top(counts.args),
      types: types.length,
    },
  };
}
