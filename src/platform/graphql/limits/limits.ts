/** What an operation may be, judged before it runs: its size, its nesting and its cost. */
import {
  BREAK,
  GraphQLError,
  isListType,
  isNonNullType,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';
import type { Limits } from '../../config/index.ts';
import { TooCostly, type Message } from '../../errors/index.ts';
import { DEFAULT_PAGE, fragmentsOf, LARGEST_PAGE } from '../../reading/index.ts';
import { DEEPEST_INPUT } from './input-bounds.ts';
import { pointsOf, weigh } from './introspection.ts';
import { pairsIn, selectionsIn } from './selections.ts';
import { inWords } from './sentence.ts';

/** An error of these rules bears this mark; where errors are formatted it becomes TOO_COSTLY. */
export const LIMIT_MARK = 'limit';

function tooCostly(sentence: Message): GraphQLError {
  return new GraphQLError(sentence.en, { extensions: { [LIMIT_MARK]: true, ...inWords(sentence) } });
}

/** Operations of a kind that the schema has none of: GraphQL leaves them to execution. */
export function operationTypesRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!context.getSchema().getRootType(node.operation)) {
        const sentence = { zh: `此处不支持 ${node.operation}。`, en: `There is no ${node.operation} here.` };
        context.reportError(new GraphQLError(sentence.en, { nodes: node, extensions: inWords(sentence) }));
      }
    },
  };
}

/** Fragments within fields, and fields within fragments, may be so many times deeper than fields alone. */
const LEVELS_A_FIELD = 2;

/** Some twenty milliseconds of validation; sixty fragments of one place that ask for four fields each are a third of it. */
const MOST_PAIRS = 20_000;
const TOO_MANY_PAIRS = {
  zh: '同一位置重复查询了过多的相同字段或片段。',
  en: 'The same fields, or fragments of one place, are asked for too often.',
};

/** An answer repeats an alias at every object, and an error at every place. */
const LONGEST_ALIAS = 100;

/** Refuses documents with more fields, more or longer aliases, more directives or nesting than allowed. Fragments count where they are spread. */
export function limitsRule(
  limits: Pick<Limits, 'selections' | 'aliases' | 'directives' | 'depth'>,
): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    const tell = (sentence: Message): void => context.reportError(tooCostly(sentence));
    let aliases = 0;
    let directives = 0;
    let depth = 0;
    const depthOf = depthsIn(context.getDocument(), 0);
    const levelsOf = depthsIn(context.getDocument(), 1);
    const value = {
      enter() {
        if (++depth === DEEPEST_INPUT + 1)
          tell({ zh: `值最多嵌套 ${DEEPEST_INPUT} 层。`, en: `Values may be nested ${DEEPEST_INPUT} deep at most.` });
      },
      leave() {
        depth -= 1;
      },
    };
    return {
      Document(node) {
        const refusal =
          selectionsIn(node) > limits.selections
            ? tooMany(limits.selections)
            : pairsIn(node) > MOST_PAIRS
              ? TOO_MANY_PAIRS
              : undefined;
        if (!refusal) return undefined;
        tell(refusal);
        return BREAK;
      },
      Field(node) {
        if (node.alias && ++aliases === limits.aliases + 1)
          tell({
            zh: `一个操作最多 ${limits.aliases} 个别名。`,
            en: `An operation may have ${limits.aliases} aliases at most.`,
          });
        if (node.alias && node.alias.value.length > LONGEST_ALIAS)
          tell({
            zh: `别名最长 ${LONGEST_ALIAS} 个字符。`,
            en: `An alias may have ${LONGEST_ALIAS} characters at most.`,
          });
      },
      Directive() {
        if (++directives === limits.directives + 1)
          tell({
            zh: `一个操作最多 ${limits.directives} 个指令。`,
            en: `An operation may have ${limits.directives} directives at most.`,
          });
      },
      ListValue: value,
      ObjectValue: value,
      ListType: value,
      OperationDefinition(node) {
        if (depthOf(node.selectionSet) > limits.depth) {
          tell({ zh: `字段最多嵌套 ${limits.depth} 层。`, en: `Fields may be nested ${limits.depth} deep at most.` });
        }
        const levels = LEVELS_A_FIELD * limits.depth;
        if (levelsOf(node.selectionSet) > levels) {
          tell({
            zh: `字段与片段合计最多嵌套 ${levels} 层。`,
            en: `Fields and fragments may be nested ${levels} deep at most.`,
          });
        }
      },
    };
  };
}

/** Measures the sets of a document, each of them once. @param ofFragment what a fragment counts beside a field */
function depthsIn(document: DocumentNode, ofFragment: 0 | 1): (set: SelectionSetNode | undefined) => number {
  const fragments = fragmentsOf(document);
  const depths = new Map<SelectionSetNode, number>();
  const depthOf = (set: SelectionSetNode | undefined): number => {
    const known = set ? depths.get(set) : 0;
    if (known !== undefined) return known;
    // What stands within itself, which no valid document has, is no deeper there.
    depths.set(set!, 0);
    let depth = 0;
    for (const each of set!.selections) {
      const below = each.kind === Kind.FRAGMENT_SPREAD ? fragments[each.name.value] : each;
      depth = Math.max(depth, (each.kind === Kind.FIELD ? 1 : ofFragment) + depthOf(below?.selectionSet));
    }
    depths.set(set!, depth);
    return depth;
  };
  return depthOf;
}

/** More than anybody may ask for: what is not worth reckoning further. */
const MOST_COST = 1_000_000_000;

/** Whatever a mutation answers: what it writes, and the record of it, which is kept for months. */
const MUTATION_POINTS = 400;

export interface Reckoning {
  readonly cost: number;
  /** What it asks of the schema itself, as `weigh` counts; null where it asks nothing of it. */
  readonly introspection: number | null;
  /** Root fields, as often as they stand there. */
  readonly calls: readonly string[];
}

/**
 * Points of an operation before it runs: one for each object that it may answer, four hundred for each mutation, what it asks of the schema by its weight, page sizes multiplied down the tree,
 * whether they are given as literal, as variable or not at all. The document must be valid.
 */
export function reckon(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Reckoning {
  const fragments = fragmentsOf(document);
  const defaults = new Map(operation.variableDefinitions?.map((each) => [each.variable.name.value, each.defaultValue]));
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const calls: string[] = [];
  let introspection: number | null = null;

  const numberOf = (field: FieldNode, argument: string): number | undefined => {
    let value = field.arguments?.find((each) => each.name.value === argument)?.value;
    if (value?.kind === Kind.VARIABLE) {
      const given = variables[value.name.value];
      if (typeof given === 'number') return given;
      if (given === null) return undefined;
      value = defaults.get(value.name.value);
    }
    return value?.kind === Kind.INT ? Number(value.value) : undefined;
  };
  const lengthOf = (field: FieldNode, argument: string): number => {
    const value = field.arguments?.find((each) => each.name.value === argument)?.value;
    if (value?.kind === Kind.LIST) return value.values.length;
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return Array.isArray(given) ? given.length : 1;
  };
  const pageOf = (field: FieldNode, most: unknown = DEFAULT_PAGE): number => {
    const size = numberOf(field, 'first') ?? numberOf(field, 'last') ?? Number(most);
    return size >= 1 && size <= LARGEST_PAGE ? size : LARGEST_PAGE;
  };
  /** What one object of `type` costs, itself apart; `page` is the size of the list that it is a connection of. */
  const costOf = (set: SelectionSetNode, type: GraphQLNamedType, page: number, opened = new Set<string>()): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          // What stands at one place twice is answered once.
          if (opened.has(selection.name.value)) continue;
          opened.add(selection.name.value);
        }
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
        const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
        if (fragment && condition) cost += costOf(fragment.selectionSet, condition, page, opened);
        continue;
      }
      const name = selection.name.value;
      if (name.startsWith('__')) {
        if (name !== '__typename') introspection = (introspection ?? 0) + weigh(schema, selection, fragments);
        continue;
      }
      if (type === root) calls.push(name);
      const field = isCompositeType(type) && 'getFields' in type ? type.getFields()[name] : undefined;
      if (!field || !selection.selectionSet) continue;
      const to = getNamedType(field.type);
      const first = field.args.find((argument) => argument.name === 'first');
      const isConnection = first !== undefined;
      const timesOf = (): number => {
        if (isConnection || field.name === 'userErrors') return 1;
        if (field.args.some((argument) => argument.name === 'ids')) return lengthOf(selection, 'ids');
        return isRows(field.type) ? page : 1;
      };
      cost +=
        timesOf() *
        (1 + costOf(selection.selectionSet, to, isConnection ? pageOf(selection, first.defaultValue) : page));
    }
    return cost;
  };
  // What a mutation did may be as many things as a page has at most.
  const page = operation.operation === 'mutation' ? LARGEST_PAGE : 1;
  const cost = costOf(operation.selectionSet, root, page) + pointsOf(schema, introspection ?? 0);
  const written = operation.operation === 'mutation' ? MUTATION_POINTS * calls.length : 0;
  return { cost: Math.min(cost + written, MOST_COST), introspection, calls };
}

/** `nodes` and `edges` of a connection repeat as often as the page is long. */
function isRows(type: GraphQLOutputType): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  return isListType(bare) && isObjectType(getNamedType(bare));
}

function tooMany(selections: number): Message {
  return {
    zh: `展开片段后,一个文档最多 ${selections} 个字段和片段。`,
    en: `With its fragments opened, a document may hold ${selections} fields and fragments at most.`,
  };
}

/** The limit of a caller, where the document was found to be within that of another. @throws TooCostly */
export function refuseMoreThan(limit: number, selections: number): void {
  if (selections > limit) throw new TooCostly(tooMany(limit));
}

/** @throws TooCostly */
export function refuseAbove(limit: number, cost: number): void {
  if (cost > limit) {
    throw new TooCostly({
      zh: `此操作预计消耗 ${cost} 点,超过上限 ${limit} 点,请减小分页或嵌套。`,
      en: `This operation is reckoned at ${cost} points, above the limit of ${limit}: ask for smaller pages or less nesting.`,
    });
  }
}
