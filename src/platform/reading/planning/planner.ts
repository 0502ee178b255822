import {
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { HubError } from '../../errors/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import { CURSORS } from '../cursors.ts';
import { LARGEST_PAGE } from '../page.ts';
import type { ViewerShape } from '../../auth/index.ts';
import { prepare, type Prepared } from '../sql.ts';
import { argumentsOf, type ArgumentsOf } from './arguments.ts';
import { LruCache } from '../../memory/index.ts';
import { Builder, isById } from './build.ts';
import { collectFields, decidingVariables, fragmentsOf, type Sources } from './collect.ts';
import { Composer } from './compose.ts';
import { Fault } from './complete.ts';
import { dependenceOf, type Dependence } from './dependence.ts';
import { Hydrator, type Answer, type Data, type Hydration } from './hydrate.ts';
import type { Outline } from './outline.ts';
import type { Unplannable } from './unplannable.ts';
import { idOf, stateOf, type IdState, type ListState } from './request.ts';

/** What one document asks, for one choice of what `@skip` and `@include` leave in. */
interface Question {
  readonly sources: Sources;
  readonly asked: ReadonlyMap<string, readonly FieldNode[]>;
  readonly byId: readonly {
    readonly argumentsOf: ArgumentsOf;
    readonly many: boolean;
    readonly only: string | undefined;
  }[];
  /** By the types that the ids name. */
  readonly outlines: LruCache<string, Outline>;
}

interface Plan {
  readonly statement: Prepared;
  /** Whether any row is read. */
  readonly reads: boolean;
  dependence?: Dependence;
  readonly answer: Answer;
}

/** A plan with the values of one request, checked and ready to run. */
export interface PlannedOperation {
  /** The root fields that it asks, whose access is for the caller to check before it runs. */
  readonly rootFields: readonly string[];
  /** What the answer depends on besides its variables and the viewer's shape. */
  readonly dependence: Dependence;
  /** @throws OutOfDate where the viewer was read under other rights than those of this moment, Fault, Unhydrated, or what a statement throws */
  run(): Promise<{ readonly data: Data; readonly objects: number }>;
}

/** What the viewer may see has changed since they were read: nothing was read for them. */
export class OutOfDate extends Error {}

/** What was read could not be made an answer of, and nothing is known to be wrong with it. */
export class Unhydrated extends Error {}

const MOST_CHOICES = 50;
const MOST_TYPES_OF_IDS = 100;

/** A validated query that may be planned; it holds what was found out about it. */
export class PlannableQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly deciding: readonly string[];
  readonly questions = new LruCache<string, Question>(MOST_CHOICES);
  /** Tells the plans of one query from those of all others. */
  readonly number: number;
  /** Why it cannot be planned: it is not tried again. */
  unfit: Unplannable | undefined;
  static #last = 0;

  constructor(document: DocumentNode, operation: OperationDefinitionNode) {
    this.document = document;
    this.operation = operation;
    this.deciding = decidingVariables(document);
    this.number = PlannableQuery.#last += 1;
  }
}

function hydrated({ answer }: Plan, read: string, run: Hydration): Data {
  try {
    return answer(JSON.parse(read) as unknown[], run);
  } catch (error) {
    throw error instanceof Fault || error instanceof HubError
      ? error
      : new Unhydrated('A planned answer could not be made.', { cause: error });
  }
}

/**
 * Plans whole queries: one statement that reads all that is asked. A plan is kept for each query, viewer's shape, choice of
 * `@skip` and `@include`, types of ids and shape of lists; everything else is a value of its statement.
 */
export class Planner {
  readonly #catalog: Catalog;
  readonly #schema: GraphQLSchema;
  readonly #plans: LruCache<string, Plan>;
  readonly #tables: ReadonlySet<string>;

  constructor(catalog: Catalog, schema: GraphQLSchema, mostPlans: number) {
    this.#catalog = catalog;
    this.#schema = schema;
    this.#plans = new LruCache(mostPlans);
    this.#tables = new Set([...catalog.tables.values()].map(({ table }) => table.sql.replaceAll('"', '')));
  }

  /**
   * @param rights the version of rights under which the viewer was read; null where that was for this request
   * @throws Unplannable, or what is wrong with the variables: in both cases the complete road answers
   */
  plan(
    query: PlannableQuery,
    given: Readonly<Record<string, unknown>>,
    context: RequestContext,
    rights: string | null = null,
  ): PlannedOperation {
    const { coerced: variables, errors } = getVariableValues(
      this.#schema,
      query.operation.variableDefinitions ?? [],
      given,
      { maxErrors: 1 },
    );
    if (errors) throw errors[0]!;
    const choice = query.deciding
      .map((name) => (variables[name] === true ? '1' : variables[name] === false ? '0' : '-'))
      .join('');
    const question = this.#questionOf(query, choice, variables);
    const ids = question.byId.map((each) => this.#idsOf(each, variables));
    const { outline, key: types } = this.#outlineOf(question, ids);
    const cursors = context.services.get(CURSORS);
    const lists = outline.lists.map((list) => stateOf(this.#catalog, list, variables, cursors));
    const { shape, shapeKey } = context.viewer;
    const key = `${query.number}|${choice}|${types}|${shapeKey}|${lists.map((list) => list.key).join('|')}`;
    const tables = this.#tables;
    const plan = this.#planOf(key, outline, shape, lists);
    return {
      rootFields: [...question.asked.values()]
        .map(([node]) => node!.name.value)
        .filter((name) => name !== '__typename'),
      get dependence() {
        return (plan.dependence ??= dependenceOf(outline, plan.statement, tables));
      },
      run: async () => {
        const objects = outline.members.flatMap((member) =>
          member.kind === 'object' ? [member.root.value(context) as Record<string, unknown>] : [],
        );
        const run: Hydration = {
          viewer: context.viewer,
          now: context.now,
          context,
          lists,
          ids,
          objects,
          rights,
          made: 0,
        };
        const { statement } = plan;
        const rows =
          plan.reads || rights !== null
            ? await context.loaders.read({
                reads: 'the whole query',
                text: statement.text,
                values: statement.values(run),
              })
            : [['[]']];
        const read = rows[0]![0] as string | null;
        if (read === null) throw new OutOfDate();
        return { data: hydrated(plan, read, run), objects: run.made };
      },
    };
  }

  get size(): number {
    return this.#plans.size;
  }

  #questionOf(query: PlannableQuery, choice: string, variables: Readonly<Record<string, unknown>>): Question {
    const kept = query.questions.get(choice);
    if (kept) return kept;
    const deciding = Object.fromEntries(query.deciding.map((name) => [name, variables[name]]));
    const sources: Sources = { schema: this.#schema, fragments: fragmentsOf(query.document), variables: deciding };
    const type = this.#schema.getQueryType()!;
    const asked = collectFields(sources, type, [query.operation.selectionSet]);
    const byId = [...asked.values()].flatMap(([node]) => {
      const name = node!.name.value;
      const root = this.#catalog.roots[name];
      if (!isById(name) && root?.kind !== 'node') return [];
      const only = root?.kind === 'node' ? this.#catalog.typeOf(root.of).name : undefined;
      return [{ argumentsOf: argumentsOf(type.getFields()[name]!, node!), many: name === 'nodes', only }];
    });
    const question: Question = { sources, asked, byId, outlines: new LruCache(MOST_TYPES_OF_IDS) };
    query.questions.set(choice, question);
    return question;
  }

  #idsOf(
    { argumentsOf: { of }, many, only }: Question['byId'][number],
    variables: Readonly<Record<string, unknown>>,
  ): IdState {
    const args = of(variables);
    const texts = many ? (args['ids'] as string[]) : [args['id'] as string];
    if (texts.length > LARGEST_PAGE) throw new GraphQLError('There are too many ids.');
    const ids = texts.map((text) => idOf(this.#catalog, text));
    return only === undefined ? ids : ids.map((id) => (id?.type === only ? id : null));
  }

  #outlineOf({ sources, asked, outlines }: Question, ids: readonly IdState[]): { outline: Outline; key: string } {
    const types = ids.map((each) => [...new Set(each.flatMap((id) => (id ? [id.type] : [])))].sort());
    const key = types.map((each) => each.join()).join(';');
    let outline = outlines.get(key);
    if (!outline) {
      const builder = new Builder(this.#catalog, sources);
      outline = builder.build(
        this.#schema.getQueryType()!,
        asked,
        types.map((each) => each.map((name): ReadType => this.#catalog.byName.get(name)!)),
      );
      outlines.set(key, outline);
    }
    return { outline, key };
  }

  #planOf(key: string, outline: Outline, shape: ViewerShape, lists: readonly ListState[]): Plan {
    let plan = this.#plans.get(key);
    if (!plan) {
      const statement = prepare(new Composer(this.#catalog, shape, lists).statement(outline));
      plan = { statement, reads: outline.parts.length > 0, answer: new Hydrator(lists).answer(outline) };
      this.#plans.set(key, plan);
    }
    return plan;
  }
}
