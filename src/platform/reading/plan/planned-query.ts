import { type DocumentNode, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Catalog } from '../catalog.ts';
import { keptIn, LruCache } from '../../memory/index.ts';
import { argumentsOf, type ArgumentsOf } from './arguments.ts';
import { askedIdsOf, boundIds, type AskedIds, type BoundIds, type Variables } from './bind.ts';
import { PlanBuilder } from './build.ts';
import type { PlanOptions } from './build-views.ts';
import { collectFields, fragmentsOf, variablesGivenTo, type Sources } from './collect.ts';
import { BYTES_OF_FIELD, type Plan } from './plan.ts';
import { Unplannable } from './unplannable.ts';

/** What a query asks for, for one choice of what `@skip` and `@include` leave in. */
interface Choice {
  readonly sources: Sources;
  readonly asked: ReadonlyMap<string, readonly FieldNode[]>;
  readonly ids: readonly (AskedIds & { readonly arguments: ArgumentsOf })[];
}

/** A plan with what one request asks for. */
export interface BoundPlan {
  readonly plan: Plan;
  readonly variables: Variables;
  readonly ids: readonly BoundIds[];
}

const MOST_CHOICES = 50;
const MOST_PLANS = 5_000;
/** Of all plans together, in bytes as `weightOf` reckons them. */
const MOST_BYTES = 150_000_000;

/** Why there is no plan. */
type NoPlan = Pick<Unplannable, 'reason' | 'at'>;

/** Plans of queries, the least used forgotten first; and of which there are none. */
export class Plans {
  readonly #kept: LruCache<string, { readonly plan: Plan | NoPlan; readonly bytes: number }>;

  constructor(most = MOST_PLANS) {
    this.#kept = new LruCache(most, { most: MOST_BYTES, of: (_key, { bytes }) => bytes });
  }

  /** @param characters of the document, whose nodes a plan keeps @throws Unplannable */
  get(key: string, characters: number, build: () => Plan): Plan {
    let known = this.#kept.get(key)?.plan;
    if (!known) {
      known = planOrNone(build);
      this.#kept.set(key, { plan: known, bytes: weightOf(known, characters) });
    }
    if ('at' in known) throw new Unplannable(known.reason, known.at);
    return known;
  }
}

/** Besides its fields, measured: a hundred and twenty times the text for its nodes. */
function weightOf(plan: Plan | NoPlan, characters: number): number {
  return 'at' in plan ? 1_000 : BYTES_OF_FIELD * plan.size + 120 * characters;
}

function planOrNone(build: () => Plan): Plan | NoPlan {
  try {
    return build();
  } catch (error) {
    // An error keeps alive whatever was under way where it was made.
    if (error instanceof Unplannable) return { reason: error.reason, at: error.at };
    throw error;
  }
}

/** What plans are made from, and where they are kept. */
export interface PlansOf {
  readonly catalog: Catalog;
  readonly schema: GraphQLSchema;
  readonly plans: Plans;
}

/** A valid query, and its plans. */
export class PlannedQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly #catalog: Catalog;
  readonly #schema: GraphQLSchema;
  readonly #plans: Plans;
  readonly #options: PlanOptions;
  /** Those of `@skip` and `@include`: on them it depends what is asked. */
  readonly #deciding: readonly string[];
  readonly #choices = new LruCache<string, Choice>(MOST_CHOICES);
  /** Tells its plans from those of all other queries. */
  readonly #number: number;
  static #last = 0;

  constructor(
    { catalog, schema, plans }: PlansOf,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    options: PlanOptions = {},
  ) {
    this.#plans = plans;
    this.#options = options;
    this.#catalog = catalog;
    this.#schema = schema;
    this.document = document;
    this.operation = operation;
    this.#deciding = variablesGivenTo(/^if$/, document);
    this.#number = PlannedQuery.#last += 1;
  }

  /**
   * @param variables coerced
   * @throws Unplannable where resolvers must answer, or what is wrong with an id
   */
  bind(variables: Variables): BoundPlan {
    const choice = this.#deciding
      .map((name) => (variables[name] === true ? '1' : variables[name] === false ? '0' : '-'))
      .join('');
    const chosen = this.#choiceOf(choice, variables);
    const ids = chosen.ids.map((each) => boundIds(this.#catalog, each, each.arguments.of(variables)));
    const types = ids.map((each) => [...new Set(each.flatMap((id) => (id ? [id.type] : [])))].sort());
    const typeKey = types.map((each) => each.join()).join(';');
    const key = `${this.#number}|${choice}|${typeKey}`;
    const plan = this.#plans.get(key, this.document.loc!.end, () => {
      const { sources, asked } = chosen;
      const typesOfIds = types.map((each) => each.map((name) => this.#catalog.byName.get(name)!));
      return new PlanBuilder(this.#catalog, sources, this.#options).build(
        this.#schema.getQueryType()!,
        asked,
        typesOfIds,
      );
    });
    return { plan, variables, ids };
  }

  #choiceOf(key: string, variables: Variables): Choice {
    return keptIn(this.#choices, key, () =>
      this.#choose(Object.fromEntries(this.#deciding.map((name) => [name, variables[name]]))),
    );
  }

  #choose(variableValues: Sources['variableValues']): Choice {
    const sources: Sources = { schema: this.#schema, fragments: fragmentsOf(this.document), variableValues };
    const type = this.#schema.getQueryType()!;
    const asked = collectFields(sources, type, [this.operation]);
    const ids = [...asked.values()].flatMap(([node]) => {
      const name = node!.name.value;
      const ofField = askedIdsOf(this.#catalog, name);
      return ofField ? [{ ...ofField, arguments: argumentsOf(type.getFields()[name]!, node!) }] : [];
    });
    return { sources, asked, ids };
  }
}
